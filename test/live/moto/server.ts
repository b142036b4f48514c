import { startPython } from '../python-server.ts';
import type { Running } from '../python-server.ts';

/** A Python with what `moto-requirements.txt` names. Without it, the tests against moto are not run. */
export const motoPython = process.env['MOTO_PYTHON'];

/** https://docs.getmoto.org/en/latest/docs/server_mode.html */
export const startMoto = (): Promise<Running> =>
  startPython({
    python: motoPython ?? '',
    code: 'from moto.server import main\nmain(sys.argv[1:])',
    args: port => ['-p', port],
    // The policies that AWS manages are there for roles to carry.
    env: { MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
    ready: '/moto-api/data.json',
  });
