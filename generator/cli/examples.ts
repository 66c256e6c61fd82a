/** What the help of each command ends with. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  flowright: `Examples:
  flowright init my-sync --template scheduled-sync   a spec to start from
  flowright check                                    what is wrong with the specs below this folder
  flowright build specs -o out                       an integration from each spec
  flowright dev out/my-sync                          try it with mock systems
  flowright test out/my-sync                         test its acceptance criteria
  flowright run out/my-sync --env .env               run it against the real ones`,
  check: `Examples:
  flowright check
  flowright check orders.integration.yaml
  flowright check 'specs/**/*.integration.yaml' --json`,
  build: `Examples:
  flowright build
  flowright build orders.integration.yaml -o generated
  flowright build specs --force
  flowright build --watch
  flowright build --frozen   in CI: is everything built and complete?`,
  diff: `Examples:
  flowright diff
  flowright diff specs --stat
  flowright diff orders.integration.yaml --json`,
  eject: `Examples:
  flowright eject out/orders/src/logic/grade-lead.ts
  flowright eject out/orders/src/mappings/order-to-deal.ts --undo`,
  gaps: `Examples:
  flowright gaps
  flowright gaps specs/orders.integration.yaml --json
  flowright gaps verify specs   in CI: is every gap filled, and does each body keep its contract?
  flowright gaps adopt orders gradeLead

States:
  ok       the body was accepted for this contract
  missing  nobody has filled it; calling it fails
  stale    the contract has changed since: fill it again, or adopt
  edited   the body was changed by hand since: adopt
  broken   the body fails its contract, or its files cannot be used`,
  'gaps verify': `Examples:
  flowright gaps verify
  flowright gaps verify specs
  flowright gaps verify orders.integration.yaml --json`,
  'gaps adopt': `Examples:
  flowright gaps adopt orders gradeLead   writes a body to start from, and accepts it once it passes
  flowright gaps adopt orders             accepts all that were changed
  flowright gaps adopt orders --spec specs/orders.integration.yaml`,
  'gaps fill': `Examples:
  flowright gaps fill                                          all gaps that have to be filled
  flowright gaps fill orders gradeLead --attach docs/grades.md:'the sales handbook'
  flowright gaps fill --budget 2.50 --concurrency 8            never more than $2.50
  flowright gaps fill --batch                                  half the price, within a day
  flowright gaps fill --provider replay                        from recorded replies: no key, no network
  flowright gaps fill --base-url http://127.0.0.1:11434 --model llama3.3   a server of your own

Exit codes:
  1 where no body passed, 2 where a gap contradicts itself or a spec is wrong, 3 where the provider
  failed or the budget is reached, 130 where it was interrupted; what was filled is kept in each case.`,
  'gaps prompt': `Examples:
  flowright gaps prompt orders gradeLead
  flowright gaps prompt orders gradeLead --json > request.json
  flowright gaps prompt orders gradeLead --attach error.log:'what went wrong' --count`,
  'gaps record': `Examples:
  flowright gaps prompt orders gradeLead > prompt.txt   give it to whoever answers
  flowright gaps record orders gradeLead --reply reply.md
  flowright gaps fill orders gradeLead --provider replay`,
  eval: `Examples:
  flowright eval specs
  flowright eval specs --prompt fill@v2 --models a,b --repeat 5 --compare baseline --gate
  flowright eval specs --compare fill@v1 --report html,junit,md,sarif --out reports
  flowright eval specs --filter dealPriority --mode record --models claude-sonnet-5-5 --budget 2.50

Exit codes:
  0  passed, or without --gate: measured
  1  with --gate: not good enough, or worse than the baseline
  2  the spec or the configuration is wrong: also a filter that matches nothing, and a case that was deleted
  3  something could not be measured: a recording is missing, a provider failed, the budget is reached`,
  'eval accept': `Examples:
  flowright eval accept specs --reason "first recordings"
  flowright eval accept specs --prompt fill@v2 --repeat 3 --reason "v2 asks for guards first"`,
  import: `Examples:
  flowright import openapi shop.openapi.json --operation listOrders --operation createOrder -o shop.integration.yaml
  flowright import openapi shop.openapi.yaml --tag orders
  flowright import openapi shop.openapi.json --json
  flowright import arazzo orders.arazzo.yaml -o orders.integration.yaml`,
  export: `Examples:
  flowright export arazzo orders.integration.yaml
  flowright export arazzo orders.integration.yaml -o orders.arazzo.yaml
  flowright export arazzo orders.integration.yaml --json`,
  init: `Examples:
  flowright init --list
  flowright init lead-intake
  flowright init stock-sync --template scheduled-sync --dir specs/stock`,
  dev: `Examples:
  flowright dev orders.integration.yaml
  flowright dev out/orders --send
  flowright dev out/orders --once --fault crm.createDeal=429 --fault crm=slow:3s
  flowright dev out/orders --once --json

Faults:
  SYSTEM[.ENDPOINT]=WHAT[xTIMES]; once where TIMES is absent.
  WHAT is a status, slow (2s) or slow:10s, malformed, expiredToken, disconnect, or disconnect:after (the work was done).`,
  test: `Examples:
  flowright test
  flowright test out/orders out/stock
  flowright test orders.integration.yaml --json`,
  mutate: `Examples:
  flowright mutate
  flowright mutate orders.integration.yaml --kinds guard,row,signature
  flowright mutate specs --at-least 90   in CI: would the criteria notice a line that is missing?
  flowright mutate specs --json`,
  run: `Examples:
  flowright run out/orders
  flowright run out/orders --env production.env --port 8080
  flowright run out/orders find --input '{"number": 7}'
  flowright run out/orders --input order.json`,
  connect: `Examples:
  flowright connect out/orders crm
  flowright connect out/orders crm --redirect http://localhost:3000/oauth/callback
  flowright connect out/orders crm --env production.env --data /var/lib/orders`,
  records: `Examples:
  flowright records
  flowright records Contact --deleted
  flowright records --data /var/lib/orders --json`,
  explain: `Examples:
  flowright explain
  flowright explain FR2003
  flowright explain FR2003 --json`,
  flow: `Examples:
  flowright flow orders.integration.yaml
  flowright flow orders.integration.yaml --workflow orderPaid -o order-paid.svg
  flowright flow specs --format svg -o pictures
  flowright flow orders.integration.yaml --mapping orderToDeal > order-to-deal.svg`,
};

export const EXIT_CODES = `Exit codes:
  0    all is well
  1    a check that was asked for failed
  2    the spec, the usage or the configuration is wrong
  3    infrastructure: files, network, a port that is taken
  4    an internal error
  130  interrupted`;
