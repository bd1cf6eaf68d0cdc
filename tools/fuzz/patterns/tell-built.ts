/** Prints, as JSON, every regular expression that the server's modules put together as they are loaded: a process of its own, so that it sees them all. */
const built: { source: string; flags: string }[] = [];
globalThis.RegExp = new Proxy(RegExp, {
  construct(target, given, newTarget) {
    const made = Reflect.construct(target, given, newTarget) as RegExp;
    built.push({ source: made.source, flags: made.flags });
    return made;
  },
});
await import('../../../assemble.ts');
await import('../text-parsers.ts');
process.stdout.write(JSON.stringify(built));
