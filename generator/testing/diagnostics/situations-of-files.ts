import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkSpecs } from '../../pipeline/check-specs.ts';
import { systemProblem } from '../../load/source/system-problem.ts';
import type { Situation } from './situation.ts';

/** Ten aliases of ten aliases of …: `levels` lines that stand for 10^levels values. */
export function billionLaughs(levels: number): string {
  const lines = Array.from({ length: levels }, (_, level) => {
    const value = level === 0 ? 'lol' : `*l${String(level - 1)}`;
    return `  l${String(level)}: &l${String(level)} [${Array.from({ length: 10 }, () => value).join(', ')}]`;
  });
  return ['flowright: 1', 'name: laughs', 'tables:', ...lines, ''].join('\n');
}

/** Files that no repository should hold. */
export const situationsOfFiles: Readonly<Record<string, Situation>> = {
  FR1003: {
    when: 'flowright check orders.integration.yaml',
    // Who may read everything is never refused, so what the system would say is given; a test tries the real thing where it can.
    tell: () =>
      Promise.resolve([
        systemProblem(Object.assign(new Error('refused'), { code: 'EACCES' }), 'orders.integration.yaml'),
      ]),
  },
  FR1004: {
    when: 'flowright check orders.integration.yaml',
    async tell(cwd) {
      await symlink('/dev/null', path.join(cwd, 'orders.integration.yaml'));
      return (await checkSpecs(['orders.integration.yaml'], { cwd })).diagnostics;
    },
  },
  FR1005: {
    when: 'flowright check orders.integration.yaml',
    async tell(cwd) {
      await writeFile(path.join(cwd, 'orders.integration.yaml'), '# '.repeat(1.5 * 1024 * 1024));
      return (await checkSpecs(['orders.integration.yaml'], { cwd })).diagnostics;
    },
  },
  FR1008: {
    when: 'flowright check specs',
    async tell(cwd) {
      await mkdir(path.join(cwd, 'specs'));
      await writeFile(path.join(cwd, 'specs', 'orders.yaml'), 'flowright: 1\n');
      return (await checkSpecs(['specs'], { cwd })).diagnostics;
    },
  },
  FR1025: {
    when: 'flowright check laughs.integration.yaml',
    async tell(cwd) {
      await writeFile(path.join(cwd, 'laughs.integration.yaml'), billionLaughs(9));
      return await checkSpecs(['laughs.integration.yaml'], { cwd });
    },
  },
};
