using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Planner.Cli.Remote;

/// <summary>What the commands that talk to a server have in common.</summary>
internal static class RemoteCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    private static readonly Option<string[]> Server = new("--server")
    {
        Description = "The server (default: PLANNER_SERVER, else http://127.0.0.1:7071).",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>The run that most of them are about.</summary>
    public static Argument<string> Run { get; } = new("run") { Description = "The run's id, like SHOP-101-api-1." };

    /// <summary>One JSON document instead of lines.</summary>
    public static Option<bool> Json { get; } = new("--json") { Description = "One JSON document on standard output." };

    /// <summary>A command that asks a server and prints what came of it.</summary>
    public static Command Create(string name, string description, IEnumerable<Symbol> symbols, Func<ServerClient, ParseResult, CancellationToken, Task> act)
    {
        var command = new Command(name, description) { Server };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = new ServerClient(ServerAddress.Find(parsed.GetValue(Server)?.LastOrDefault()));
            await act(client, parsed, cancellation);
            return ExitCodes.Planned;
        });
        return command;
    }

    /// <summary>Prints a document, or lines.</summary>
    public static void Print<T>(ParseResult parsed, T value, Func<T, IEnumerable<string>> lines)
    {
        if (parsed.GetValue(Json))
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(value, Indented));
            return;
        }

        Print(lines(value));
    }

    /// <summary>Prints lines that hold words of a server.</summary>
    public static void Print(IEnumerable<string> lines) => lines.ToList().ForEach(line => Console.Out.WriteLine(Terminal.Clean(line)));
}
