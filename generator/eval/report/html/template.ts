/** The page. Handlebars escapes every text; only what this folder draws itself goes in with three braces. No script at all. */
export const TEMPLATE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>{{title}}</title>
<style>{{{style}}}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<div class="wrap">
<header>
<h1>{{heading.prompt}} with {{heading.model}}</h1>
<p class="faint">{{heading.rest}}</p>
<p class="verdict {{verdict.class}}">{{verdict.mark}} Gate {{verdict.words}}<span>Exit code {{verdict.exitCode}}. {{verdict.summary}}</span></p>
<nav aria-label="Sections"><ul>
{{#each sections}}<li><a href="#{{id}}">{{title}}</a></li>
{{/each}}
</ul></nav>
</header>
<main id="main">
{{#if problems.length}}
<section aria-labelledby="why"><h2 id="why">Why the gate is red</h2>
<ul class="problems">
{{#each problems}}
<li><p><strong class="failed">{{words}}</strong> <span class="faint">(<code>{{rule}}</code>, exit code {{code}})</span></p>
{{#if about}}<p><code>{{broken about}}</code></p>{{/if}}
{{#if criterion}}<p>{{label}}: {{criterion}}</p>{{/if}}
<p class="exact">{{reason}}</p>
{{#if also}}<details><summary>{{alsoWords}}</summary><ul>{{#each also}}<li><code>{{broken id}}</code> {{criterion}}</li>{{/each}}</ul></details>{{/if}}</li>
{{/each}}
</ul></section>
{{/if}}
<section aria-labelledby="scores"><h2 id="scores">Scores</h2>
<dl class="figures">
{{#each figures}}<div{{#if wide}} class="wide"{{/if}}><dt>{{label}}</dt><dd>{{value}}{{#if detail}}<small>{{detail}}</small>{{/if}}</dd></div>
{{/each}}
</dl>
{{#if scoreChart}}<figure><figcaption>{{scoreChart.caption}}</figcaption>{{{scoreChart.svg}}}</figure>{{/if}}
{{#if notes.length}}<h3>To know</h3><ul>{{#each notes}}<li>{{this}}</li>{{/each}}</ul>{{/if}}
</section>
{{#if moved}}
<section aria-labelledby="moved"><h2 id="moved">What got better, and what worse</h2>
<p>{{moved.summary}}, against the baseline {{moved.against}}.</p>
{{#if moved.better}}<h3>Better</h3><ul class="moved">{{#each moved.better}}<li>{{> state state}} <code>{{broken id}}</code> {{passed}}, before {{before}}<small>{{text}}</small></li>{{/each}}</ul>{{/if}}
{{#if moved.isWorse}}<h3>Worse</h3><ul class="moved">{{#each moved.worse}}<li>{{> state state}} <code>{{broken id}}</code> {{passed}}, before {{before}}<small>{{text}}</small></li>{{/each}}
{{#each moved.blocked}}<li>{{> state state}} {{count}} for want of a body of {{gaps}}: {{names}}</li>{{/each}}</ul>{{/if}}
</section>
{{/if}}
<section aria-labelledby="cases"><h2 id="cases">Cases</h2>
{{#if cases}}<table role="table" class="cases"><caption>{{tally}}. A case passed where all of its repeats did.</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Result</th><th role="columnheader" scope="col">Case</th><th role="columnheader" scope="col" class="number">Passed</th>{{#if has.before}}<th role="columnheader" scope="col" class="number">Baseline</th>{{/if}}{{#if has.cost}}<th role="columnheader" scope="col" class="number">Cost</th>{{/if}}{{#if has.latency}}<th role="columnheader" scope="col" class="number">Latency</th>{{/if}}</tr></thead>
<tbody role="rowgroup">
{{#each cases}}
<tr role="row"><td role="cell">{{> state state}}</td><th role="rowheader" scope="row"><code>{{broken id}}</code> <span class="faint">{{kind}}{{#unless must}}, no must{{/unless}}</span><small>{{text}}</small>
{{#each failures}}<small class="failed exact"><code>{{broken metric}}</code> {{counts}}: {{reason}}</small>{{/each}}
{{#if because}}<small class="failed">for want of a body of <code>{{broken because}}</code></small>{{/if}}
{{#if error}}<small class="open exact">{{error}}</small>{{/if}}</th><td role="cell" class="number" data-label="Passed">{{passed}}</td>{{#if ../has.before}}<td role="cell" class="number" data-label="Baseline">{{before}}</td>{{/if}}{{#if ../has.cost}}<td role="cell" class="number" data-label="Cost">{{cost}}</td>{{/if}}{{#if ../has.latency}}<td role="cell" class="number" data-label="Latency">{{latency}}</td>{{/if}}</tr>
{{/each}}
</tbody></table>{{else}}<p>Nothing ran.</p>{{/if}}</section>
<section aria-labelledby="cost"><h2 id="cost">Cost and latency</h2>
{{#if costs.length}}
<div class="charts">{{#each costs}}<figure><figcaption>{{caption}}</figcaption>{{{svg}}}</figure>{{/each}}</div>
{{else if cases}}<p>Neither is known of these replies: they were recorded without a price and without a time.</p>{{else}}<p>Nothing ran.</p>{{/if}}
</section>
<section aria-labelledby="trace"><h2 id="trace">From story to result</h2>
{{#if trace.length}}
{{#if unverified.length}}<details open><summary>Not verified, by workflow and gap</summary><ul class="open-list">
{{#each unverified}}<li><code>{{broken owner}}</code> {{criteria}} <span class="faint">{{reasons}}</span></li>{{/each}}
</ul></details>{{/if}}
<table role="table" class="trace"><caption>{{traceTally}}. A criterion that nothing checks, or whose eval did not run, is not verified.</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Result</th><th role="columnheader" scope="col">Criterion</th><th role="columnheader" scope="col">Spec, test and eval</th></tr></thead>
{{#each trace}}
<tbody role="rowgroup">
<tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="3"><code>{{broken owner}}</code> <span class="faint">{{kind}}</span><br>{{story}}<small>generated: {{#each generated}}<code>{{broken this}}</code>{{#unless @last}}, {{/unless}}{{else}}nothing{{/each}}</small></th></tr>
{{#each rows}}
<tr role="row"><td role="cell">{{> state state}}</td><th role="rowheader" scope="row"><strong>{{criterion}}</strong> {{text}}{{#if reason}}<small class="{{state.class}} exact">{{reason}}</small>{{/if}}</th><td role="cell" class="places"><span><span class="faint">spec</span> <code>{{broken spec}}</code></span> <span><span class="faint">test</span> {{#if test}}<code>{{broken test}}</code>{{else}}none{{/if}}</span> <span><span class="faint">eval</span> {{#if evals}}<code>{{broken evals}}</code>{{else}}none{{/if}}</span></td></tr>
{{/each}}
</tbody>
{{/each}}
</table>
{{else}}<p>This run has no criteria to follow.</p>{{/if}}
</section>
<section aria-labelledby="prompt"><h2 id="prompt">What changed in the prompt</h2>
{{#each prompts}}{{> difference}}{{else}}<p>{{noPrompts}}</p>{{/each}}
</section>
<section aria-labelledby="code"><h2 id="code">What changed in the code</h2>
{{#each bodies}}{{> difference}}{{else}}<p>{{noBodies}}</p>{{/each}}
</section>
{{#if diagnostics.length}}
<section aria-labelledby="specs"><h2 id="specs">What the specs have wrong</h2>
<ul>{{#each diagnostics}}<li><strong>{{severity}} {{code}}</strong> {{message}} {{#if place}}<code>{{broken place}}</code>{{/if}}</li>{{/each}}</ul></section>
{{/if}}
{{#if history.length}}
<section aria-labelledby="history"><h2 id="history">Why the baseline is as it is</h2>
<ol>{{#each history}}<li>{{reason}} <span class="faint">{{detail}}</span></li>{{/each}}</ol></section>
{{/if}}
</main>
<footer>Made by Flowright. Prompt {{promptHash}}. Intervals hold 95 %, by Wilson over gaps; docs/evals.md says how each figure is made.</footer>
</div>
</body>
</html>
`;

/** A mark and a word, so that colour is not all that tells. */
export const STATE = `<span class="state {{class}}"><span aria-hidden="true">{{mark}}</span> {{words}}</span>`;

export const DIFFERENCE = `<details{{#if open}} open{{/if}}><summary><code>{{name}}</code> <span class="faint">{{summary}}</span></summary>
<pre{{#if open}} class="prose"{{/if}} tabindex="0" role="region" aria-label="{{name}}">{{#each lines}}{{#if added}}<ins>+ {{text}}</ins>{{else if removed}}<del>- {{text}}</del>{{else}}<span{{#if gap}} class="gap"{{/if}}>  {{text}}</span>{{/if}}{{/each}}</pre></details>`;
