/* `npm run bench:editor -- [frames|text] [options]`: one of the editor's benchmarks, `frames` without a name. */
const benches = { frames: './frames.mjs', text: './text.mjs' };
const [name = 'frames'] = process.argv.slice(2, 3);
if (Object.hasOwn(benches, name)) process.argv.splice(2, 1);
await import(benches[name] ?? benches.frames);
