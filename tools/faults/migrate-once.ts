/** A copy of the program as far as its store: brings the database up to date, says so, and ends. */
import { openStore } from '../../bot/store/index.ts';

const [databaseUrl = '', ownerUrl = ''] = process.argv.slice(2);
const store = await openStore({ dataFolder: '', databaseUrl, ownerUrl, secretKey: Buffer.alloc(32, 7) });
process.stdout.write('open\n');
await store.close();
