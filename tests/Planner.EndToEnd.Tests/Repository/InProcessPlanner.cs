using System.Text;
using Microsoft.Extensions.Configuration;
using Planner.Cli;

namespace Planner.EndToEnd.Tests.Repository;

/// <summary>
/// The real command in the process of the tests: no new process compiles itself anew for every plan. What it says is kept apart by the
/// flow that runs it, so that tests stay side by side. Folders are given whole: the current one is that of all tests.
/// </summary>
internal static class InProcessPlanner
{
    private static readonly FlowWriter Output = new(Console.Out);
    private static readonly FlowWriter Errors = new(Console.Error);

    static InProcessPlanner()
    {
        Console.SetOut(Output);
        Console.SetError(Errors);
    }

    public static Task<PlannerProcess.Finished> Run(params string[] arguments) => Run([], arguments);

    /// <summary>The same with settings in the place of the environment's.</summary>
    public static async Task<PlannerProcess.Finished> Run(IEnumerable<KeyValuePair<string, string>> settings, IEnumerable<string> arguments)
    {
        var (output, errors) = (Output.Catch(), Errors.Catch());
        var code = await PlannerCommand.Run([.. arguments], () => Configuration(settings));
        return new PlannerProcess.Finished(code, output(), errors());
    }

    // In an environment, two underscores separate a section from what is in it; what was set last counts.
    private static IConfiguration Configuration(IEnumerable<KeyValuePair<string, string>> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings
            .GroupBy(s => s.Key.Replace("__", ":", StringComparison.Ordinal), StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, (string?)g.Last().Value)))
        .Build();

    /// <summary>Writes to what the flow of the caller catches, and to where it wrote before in any other flow.</summary>
    private sealed class FlowWriter(TextWriter otherwise) : TextWriter
    {
        private readonly AsyncLocal<TextWriter?> caught = new();

        public override Encoding Encoding => Encoding.UTF8;

        /// <summary>Catches what is written from here on in this flow.</summary>
        public Func<string> Catch()
        {
            var text = new StringWriter { NewLine = "\n" };
            caught.Value = Synchronized(text);
            return text.ToString;
        }

        public override void Write(char value) => Target.Write(value);

        public override void Write(string? value) => Target.Write(value);

        public override void WriteLine(string? value) => Target.WriteLine(value);

        private TextWriter Target => caught.Value ?? otherwise;
    }
}
