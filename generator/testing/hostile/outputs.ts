import { renderHuman } from '../../diagnostics/render/human.ts';
import type { CheckedIntegration } from '../../check/checked-integration.ts';
import { emitIntegration } from '../../emit/emit-integration.ts';
import { flowSvg } from '../../flow/svg/flow-svg.ts';
import { mappingSvg } from '../../flow/mapping/mapping-svg.ts';
import { formatFiles, type OutputFile } from '../../format/format-files.ts';
import { planFlow } from '../../plan/flow/plan-flow.ts';
import { planMappingPicture } from '../../plan/flow/plan-mapping-picture.ts';
import { planIntegration } from '../../plan/plan-integration.ts';
import type { Output } from '../../pipeline/output.ts';
import { snapshotName, snapshotText, specSnapshot } from '../../pipeline/spec-snapshot.ts';
import type { Mapping, Workflow } from '../../spec/types.ts';

/** All that is made of an integration, and its pictures. */
export interface Made {
  readonly output: Output;
  /** What a build writes, but for the manifest. */
  readonly files: readonly OutputFile[];
  readonly pictures: readonly string[];
}

/** Plans, writes and formats. Throws where the formatter does not take what the emitter made. */
export async function make(checked: CheckedIntegration, outputDir: string): Promise<Made> {
  const plan = planIntegration(checked, outputDir);
  const { files, diagnostics } = await formatFiles(await emitIntegration(plan));
  if (diagnostics.length > 0) throw new Error(renderHuman(diagnostics, { sources: new Map() }));
  const snapshot = { path: snapshotName, text: snapshotText(specSnapshot(checked.loaded)) };
  return {
    output: { checked, plan, outputDir, files },
    files: [...files, snapshot],
    pictures: picturesOf(checked),
  };
}

function picturesOf({ loaded: { spec } }: CheckedIntegration): readonly string[] {
  return [
    ...Object.entries<Workflow>(spec.workflows).map(([id, workflow]) => flowSvg(planFlow(spec, id, workflow))),
    ...Object.entries<Mapping>(spec.mappings ?? {}).map(([id, mapping]) =>
      mappingSvg(planMappingPicture(spec, id, mapping)),
    ),
  ];
}
