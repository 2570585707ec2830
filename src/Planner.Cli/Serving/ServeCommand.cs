using System.CommandLine;
using Microsoft.Extensions.Configuration;

namespace Planner.Cli.Serving;

/// <summary><c>planner serve</c>: the embedded host.</summary>
internal static class ServeCommand
{
    /// <summary>Where it listens unless told otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:7071";

    private static readonly Option<string[]> Urls = Text("--urls", $"Where to listen, with ';' between several (default: {DefaultUrl}).");
    private static readonly Option<string[]> Data = Text("--data", "The folder of the engine's data and of plans (default: .work).");

    public static Command Create(Func<IConfiguration> settings)
    {
        var command = new Command("serve", "Serves the HTTP interface and goes on with unfinished runs, until stopped.") { Urls, Data };
        command.SetAction((parsed, cancellation) => Server.Run(Settings(parsed), settings, cancellation));
        return command;
    }

    private static ServeSettings Settings(ParseResult parsed) => new(
        (parsed.GetValue(Urls)?.LastOrDefault() ?? DefaultUrl).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        parsed.GetValue(Data)?.LastOrDefault() ?? ".work");

    // Of a repeated option the last wins, so each takes any number.
    private static Option<string[]> Text(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
}

/// <summary>What <c>planner serve</c> was asked to do.</summary>
/// <param name="Urls">Where to listen.</param>
/// <param name="Data">The folder of the engine's data and of plans.</param>
internal sealed record ServeSettings(IReadOnlyList<string> Urls, string Data);
