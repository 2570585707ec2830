using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Planner.Core.LanguageModels;

namespace Planner.Cli.Planning;

/// <summary><c>planner plan</c>: plans one ticket in this process, to the end.</summary>
internal static class PlanCommand
{
    private static readonly Argument<string> Ticket = new("ticket") { Description = "A ticket key, or a file: a Jira issue as JSON, or Markdown." };
    private static readonly Option<string[]> Codebase = Text("--codebase", "The folder of the code base (default: the current one).");
    private static readonly Option<string[]> Database = Text("--database", "Connection string of a PostgreSQL database whose schema is read.");
    private static readonly Option<string[]> Out = Text("--out", "The folder that plans go to (default: .work).");
    private static readonly Option<string[]> Model = Text("--model", "rules or openai (default: openai where LanguageModel__Endpoint is set, else rules).");
    private static readonly Option<string[]> Timeout = Text("--decision-timeout", "How long decisions are waited for: 30s, 15m, 48h, 2d.");
    private static readonly Option<bool> NonInteractive = new("--non-interactive") { Description = "Ask nobody; lines are plain." };
    private static readonly Option<bool> Strict = new("--strict") { Description = "Exit with 4 when a gate failed or a decision is provisional." };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON document on standard output." };

    public static Command Create(Func<IConfiguration> settings)
    {
        var command = new Command("plan", "Plans one ticket, to the end.")
        {
            Ticket, Codebase, Database, Out, Model, Timeout, NonInteractive, Strict, Json,
        };
        command.SetAction((parsed, cancellation) => PlanSession.Run(Settings(parsed), settings, cancellation));
        return command;
    }

    private static PlanSettings Settings(ParseResult parsed)
    {
        if (Last(parsed, Model) is { } model and not (ModelKinds.Rules or ModelKinds.OpenAi))
        {
            throw new UsageException($"--model '{model}' is not known: give rules or openai.");
        }

        return new PlanSettings
        {
            Ticket = parsed.GetValue(Ticket)!,
            Codebase = Last(parsed, Codebase) ?? ".",
            Database = Last(parsed, Database),
            Model = Last(parsed, Model),
            Out = Last(parsed, Out),
            DecisionTimeout = Last(parsed, Timeout) is { } text ? DurationText.Parse(text, "--decision-timeout") : null,
            NonInteractive = parsed.GetValue(NonInteractive),
            Strict = parsed.GetValue(Strict),
            Json = parsed.GetValue(Json),
        };
    }

    // Of a repeated option the last wins, so each takes any number.
    private static string? Last(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option)?.LastOrDefault();

    private static Option<string[]> Text(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
}
