/** How a file of an output folder differs from what would be generated. */
export interface FileChange {
  /** Below the output folder. */
  readonly path: string;
  /**
   * `add`, `change`, `remove`: what a build does. `edited`: by hand, a build refuses. `foreign`: never generated, a build
   * refuses. `kept`: no longer generated, but edited by hand, so that it stays.
   */
  readonly kind: 'add' | 'change' | 'remove' | 'edited' | 'foreign' | 'kept';
  /** What stands there; empty where nothing does. */
  readonly before: string;
  /** What would be generated; empty where nothing would. */
  readonly after: string;
}
