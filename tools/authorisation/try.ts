import { seededRandom } from './dice.ts';
import { fillWorld } from './fill-world.ts';
import { openProgram } from './open-program.ts';
import { openSecretWords } from './secret-words.ts';

const t = performance.now();
const p = await openProgram();
console.log('open', performance.now() - t);
const words = openSecretWords(seededRandom('1'));
try {
  const w = await fillWorld(p, words);
  console.log(
    'fill',
    performance.now() - t,
    words.all.size,
    w.staff.length,
    w.handOffs.length,
    w.visits.length,
    w.links,
    w.checklist,
  );
} catch (e) {
  console.log(e, p.errors);
}
console.log(p.errors);
await p.close();
