/** One environment variable that the integration reads. */
export interface SettingPlan {
  readonly name: string;
  readonly secret: boolean;
  readonly default?: string;
  /** It need not be set. */
  readonly optional?: boolean;
  readonly description: string;
}
