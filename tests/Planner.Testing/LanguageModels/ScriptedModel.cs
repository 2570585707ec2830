using System.Collections.Concurrent;
using Planner.Core.LanguageModels;

namespace Planner.Testing.LanguageModels;

/// <summary>A model that answers what a test says, and remembers what it was asked.</summary>
public sealed class ScriptedModel(Func<ModelRequest, int, ModelAnswer> answers) : ILanguageModel
{
    private readonly ConcurrentQueue<ModelRequest> asked = new();

    /// <summary>What was asked, in order.</summary>
    public IReadOnlyList<ModelRequest> Asked => [.. asked];

    /// <inheritdoc />
    public string Kind => "scripted";

    /// <summary>Answers one after the other; asking for more is a fault of the test.</summary>
    public static ScriptedModel Of(params ModelAnswer[] answers) => new((_, n) => answers[n - 1]);

    /// <summary>A whole answer.</summary>
    public static ModelAnswer Says(string text) =>
        new CompletedAnswer(text) { Deployment = "deep", Model = "scripted-1", Usage = new ModelUsage(1_000, 600, 0, 200, 50) };

    /// <summary>A wish to look things up; calls are named by tool and arguments.</summary>
    public static ModelAnswer Calls(params (string Tool, string Arguments)[] calls) =>
        new ToolCallsAnswer("", [.. calls.Select((c, i) => new ToolCall($"call_{i}", c.Tool, c.Arguments))])
        {
            Deployment = "deep",
            Model = "scripted-1",
            Usage = new ModelUsage(1_000, 600, 0, 20, 0),
        };

    /// <inheritdoc />
    public string Deployment(ModelTier tier) => tier.ToString().ToLowerInvariant();

    /// <inheritdoc />
    public Task<ModelAnswer> Complete(ModelRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        asked.Enqueue(request);
        return Task.FromResult(answers(request, asked.Count));
    }
}
