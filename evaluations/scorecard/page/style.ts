/** One small phone first; light and dark; nothing is fetched. Without `:has()` both languages show. */
export const style = `
:root { color-scheme: light dark; --ink: #14181f; --page: #fff; --soft: #eef1f5; --line: #66707d; --bar: #2f6db3; --bad: #a3241c; --good: #17653a }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1f5; --page: #12151a; --soft: #232932; --line: #9aa5b3; --bar: #7fb2ee; --bad: #ffa198; --good: #7fdca4 } }
* { box-sizing: border-box } html { font-size: 112.5% }
body { font: 1rem/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 46rem; padding: 1rem; color: var(--ink); background: var(--page); overflow-wrap: anywhere }
h1 { font-size: 1.6rem; line-height: 1.25 } h2 { font-size: 1.25rem; margin: 2.2rem 0 .4rem } a { color: inherit }
fieldset { border: 0; padding: 0; margin: 0; display: flex; gap: .4rem } legend { padding: 0 0 .3rem }
label { display: inline-flex; align-items: center; gap: .5rem; min-height: 2.75rem; padding: 0 1rem; border: 2px solid var(--line); border-radius: .5rem; cursor: pointer }
label:has(:checked) { background: var(--soft); border-color: var(--ink) } label:has(:focus-visible), a:focus-visible, summary:focus-visible { outline: 3px solid var(--bar); outline-offset: 2px }
input { width: 1.2rem; height: 1.2rem }
html:has(#vi:checked) .en, html:has(#en:checked) .vi { display: none }
ul.short { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .6rem }
ul.short li { background: var(--soft); padding: .7rem; border-radius: .5rem } ul.short b { display: block; font-size: 1.7rem }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { text-align: left; vertical-align: top; padding: .6rem .3rem; border-top: 1px solid var(--line); font-weight: 400 } thead th { font-weight: 700 }
td { width: 45% } small { display: block; font-size: .88rem } svg { display: block; width: 100%; height: .8rem; margin: .25rem 0 }
.all { fill: var(--soft); stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke } .have { fill: var(--bar) } .low .have { fill: var(--bad) }
.spread, .limit { fill: none; stroke: var(--ink); stroke-width: 2; vector-effect: non-scaling-stroke } .limit { stroke-dasharray: 2 2 }
.bad { color: var(--bad); font-weight: 700 } .good { color: var(--good) } code { font-size: .9em; background: var(--soft); padding: .1em .3em; border-radius: .2em }
@media print { fieldset { display: none } }
`;
