import { readArguments, USAGE } from './arguments.ts';
import { fromRecordings } from './from-recordings.ts';
import { startMessagesApi } from './messages-api.ts';
import { withFaults } from './with-faults.ts';

const read = readArguments(process.argv.slice(2));
if (typeof read === 'string') {
  console.error(`${read}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  const { script, count } = await fromRecordings(read.recordings);
  const api = await startMessagesApi({
    port: read.port,
    key: read.key,
    script: withFaults(script, read.faults, read.retryAfter),
    onAnswer: ({ model }, { fault, text }) => {
      const said = fault ?? (text === undefined ? 'nothing' : `${text.length} characters`);
      console.error(`${model}: ${said}`);
    },
  });
  console.log(api.baseUrl);
  console.error(`${count} recorded replies of '${read.recordings}'; end with Ctrl+C`);
  process.once('SIGINT', () => {
    const { input, output } = api.paid();
    console.error(`${api.asked.length} requests; ${input} tokens in and ${output} out would have been paid`);
    void api.close();
  });
}
