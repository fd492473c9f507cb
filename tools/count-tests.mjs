// Prints "<passed> <failed>" of a test report: CTRF (.NET), Vitest's JSON or Playwright's JSON. No report counts as one failure.
import { readFileSync } from 'node:fs';

function count(report) {
  if (report.results?.summary) {
    const { passed, failed, other } = report.results.summary;
    return [passed, failed + other];
  }
  if ('numPassedTests' in report) {
    // A file that could not be loaded has no tests of its own.
    const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    return [report.numPassedTests, report.numFailedTests + broken];
  }
  const { expected, unexpected, flaky } = report.stats;
  return [expected + flaky, unexpected + report.errors.length];
}

try {
  process.stdout.write(`${count(JSON.parse(readFileSync(process.argv[2], 'utf8'))).join(' ')}\n`);
} catch (error) {
  process.stderr.write(`No usable test report: ${error.message}\n`);
  process.stdout.write('0 1\n');
}
