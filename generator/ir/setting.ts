/** One environment variable that the integration reads. */
export interface SettingPlan {
  readonly name: string;
  readonly secret: boolean;
  readonly default?: string;
  readonly description: string;
}
