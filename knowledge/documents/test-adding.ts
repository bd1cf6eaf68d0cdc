/** Adds one document after another until it is killed: `node test-adding.ts FOLDER FILE…`. For tests. */
import { basename } from 'node:path';
import { addDocument } from './add-document.ts';

const [folder = '', ...files] = process.argv.slice(2);
for (const file of files) {
  const known = { title: `Thông báo ${basename(file)}`, desk: 'Văn phòng', from: '2026-01-01', to: null, unit: null };
  await addDocument(folder, { file, ...known }, new Date()).catch(() => null);
  process.stdout.write('.\n');
}
