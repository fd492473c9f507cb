using System.CommandLine;
using Goldset.Load;

var executable = new Option<string>("--executable") { Description = "The server to measure", DefaultValueFactory = _ => ".build/server/goldset" };
var database = new Option<string?>("--database") { Description = "An empty PostgreSQL database (postgres://…); without it SQLite in a temporary folder" };
var port = new Option<int>("--port") { Description = "Port of the server", DefaultValueFactory = _ => 18080 };
var tasks = new Option<int>("--tasks") { Description = "Size of the project", DefaultValueFactory = _ => 1_000_000 };
var only = new Option<Promise[]>("--only")
{
    Description = "What to measure, by default everything",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => Enum.GetValues<Promise>(),
};
var results = new Option<string>("--results") { Description = "Folder for the report", DefaultValueFactory = _ => "bench/results" };
var failOver = new Option<double>("--fail-over") { Description = "Exit status 1 when a measurement exceeds its budget this many times", DefaultValueFactory = _ => 2 };
var root = new RootCommand("Measures a Goldset server against its budgets, with the database it is given and as many tasks as wanted")
{
    executable, database, port, tasks, only, results, failOver,
};

root.SetAction(async (arguments, cancellation) =>
{
    var launch = new ServerLaunch(arguments.GetRequiredValue(executable), arguments.GetValue(database), arguments.GetValue(port));
    var plan = new LoadPlan(arguments.GetValue(tasks), arguments.GetRequiredValue(only).ToHashSet());
    var measurements = await new LoadRun(launch, plan).MeasureAsync(cancellation);
    var report = new Report(launch.Engine, plan.Tasks, measurements);
    report.Print();
    Console.WriteLine($"Written to {report.Write(arguments.GetRequiredValue(results))}");
    return measurements.All(measurement => measurement.BudgetUsed <= arguments.GetValue(failOver)) ? 0 : 1;
});

return await root.Parse(args).InvokeAsync();
