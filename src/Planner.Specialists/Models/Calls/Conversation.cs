using System.Text.Json;
using Planner.Core.LanguageModels;
using Planner.Core.Opinions;
using Planner.Core.Opinions.Guarding.Writing;
using Planner.Specialists.Models.Packing;
using Planner.Specialists.Models.Replies;
using Planner.Specialists.Models.Tools;

namespace Planner.Specialists.Models.Calls;

/// <summary>
/// A talk with a model that ends in an answer of a shape: it looks things up within bounds, then answers, and once more where the
/// answer has another shape. The same beginning gives the same talk, and what was answered once costs nothing.
/// </summary>
internal sealed class Conversation(ModelCalls calls, IReadOnlyList<ICodeTool> tools, LookupPlace? lookup, CallPlace place)
{
    /// <summary>Rounds of looking up.</summary>
    public const int Rounds = 2;

    /// <summary>Things that are looked up in all.</summary>
    public const int Lookups = 8;

    private const int Answers = 2;
    private const int LongestResult = 60_000;

    private readonly List<PaidAnswer> paid = [];
    private readonly List<ModelMessage> said = [];
    private int rounds;
    private int lookups;

    /// <summary>A talk in which nothing is looked up.</summary>
    public static Conversation WithoutTools(ModelCalls calls, CallPlace place) => new(calls, [], null, place);

    /// <summary>All that was paid so far.</summary>
    public IReadOnlyList<PaidAnswer> Paid => paid;

    /// <summary>Files whose lines were shown so far, each once, sorted.</summary>
    public IReadOnlyList<string> Read => lookup?.Read.Paths ?? [];

    /// <summary>What servers of tools gave so far; null where there are none.</summary>
    public ServerLookups? Servers => lookup?.Servers?.Lookups;

    /// <summary>Notes a file that is shown without being asked for.</summary>
    public void Shown(string path, string text) => lookup?.Show(path, text);

    /// <summary>All that was looked up so far, as the model was given it.</summary>
    public IEnumerable<string> LookedUp => said.OfType<ToolMessage>().Select(m => m.Text);

    /// <summary>What was noticed in things that were shown or looked up so far.</summary>
    public IReadOnlyList<OpinionFinding> Noticed => lookup?.Noticed.Findings ?? [];

    /// <summary>Says something and goes on until there is an answer of the shape.</summary>
    /// <exception cref="ModelAnswerException">There is none that can be used.</exception>
    /// <exception cref="ModelBudgetException">The budget leaves no room for a further call.</exception>
    public async Task<T> Reach<T>(IReadOnlyList<ModelMessage> next, ModelRequest shape, CancellationToken cancellation)
        where T : class
    {
        said.AddRange(next);
        for (var answers = 0; ;)
        {
            var answer = await Ask(shape, cancellation);
            if (answer is ToolCallsAnswer asked)
            {
                await LookUp(asked, cancellation);
                continue;
            }

            var text = Usable(answer);
            var (reply, fault) = AnswerReader.Read<T>(text);
            said.Add(new AssistantMessage(text, []));
            if (reply is not null)
            {
                return reply;
            }

            if (++answers == Answers)
            {
                throw Unusable(answer, fault!);
            }

            said.Add(new UserMessage($"{fault} Give the whole answer again."));
        }
    }

    private async Task<ModelAnswer> Ask(ModelRequest shape, CancellationToken cancellation)
    {
        var request = shape with
        {
            Messages = [.. said],
            Tools = [.. tools.Select(t => t.Description)],
            MayCallTools = tools.Count > 0 && rounds < Rounds && lookups < Lookups,
        };
        var answer = await Paying(request, cancellation);
        paid.Add(answer);
        return answer.Answer is ToolCallsAnswer && !request.MayCallTools
            ? throw Unusable(answer.Answer, "The model asks for tools when it must answer.")
            : answer.Answer;
    }

    private async Task<PaidAnswer> Paying(ModelRequest request, CancellationToken cancellation)
    {
        try
        {
            return await calls.Ask(request, place with { Turn = paid.Count + 1 }, cancellation);
        }
        catch (ModelBudgetException reached)
        {
            throw reached.After([.. paid.Select(p => p.Entry(calls.Kind))]);
        }
    }

    private async Task LookUp(ToolCallsAnswer asked, CancellationToken cancellation)
    {
        rounds++;
        said.Add(new AssistantMessage(asked.Text, asked.Calls));
        foreach (var call in asked.Calls)
        {
            var result = ++lookups > Lookups ? "No more is looked up; answer with what you have." : await Use(call, cancellation);
            said.Add(new ToolMessage(call.Id, Fence.Around(Fence.Line(call.Tool), result.Length > LongestResult ? result[..LongestResult] : result)));
        }
    }

    private async Task<string> Use(ToolCall call, CancellationToken cancellation)
    {
        if (tools.FirstOrDefault(t => t.Description.Name == call.Tool) is not { } tool)
        {
            return $"There is no tool of that name; there are {string.Join(", ", tools.Select(t => t.Description.Name))}.";
        }

        try
        {
            using var arguments = JsonDocument.Parse(call.Arguments);
            var result = await tool.Use(arguments.RootElement, lookup!, cancellation);
            if (tool is not (ReadFileTool or ReadFilesTool))
            {
                lookup!.Noticed.Look($"what {call.Tool} gave", result);
            }

            return result;
        }
        catch (JsonException)
        {
            return "The arguments are no JSON.";
        }
    }

    private string Usable(ModelAnswer answer) => answer switch
    {
        CompletedAnswer completed => completed.Text,
        CutOffAnswer => throw Unusable(answer, "The answer was longer than allowed."),
        RefusedAnswer refused => throw Unusable(answer, $"The model refused: {Told(refused.Words)}"),
        FilteredAnswer filtered =>
            throw Unusable(answer, $"The service's content filter held back the {(filtered.OfRequest ? "request" : "answer")}."),
        EmptyAnswer empty => throw Unusable(answer, $"The service gave no answer: {Fence.Line(empty.Reason)}"),
        _ => throw Unusable(answer, "The answer is of no known kind."),
    };

    /// <summary>Words of a model that people read, on one line: they name nothing that leads elsewhere, since nothing is known here.</summary>
    private static string Told(string words) => Fence.Line(ModelWriting.Clean(words, KnownWriting.Of([], []), _ => { }));

    private ModelAnswerException Unusable(ModelAnswer answer, string why) => new(why, answer, [.. paid.Select(p => p.Entry(calls.Kind))]);
}
