using System.Collections.Concurrent;
using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Durability;

namespace Planner.Testing.Planning;

/// <summary>A panel that answers from a script, remembers whom it was asked for, and can take its time.</summary>
public sealed class ScriptedSpecialist(Func<Consultation, Opinion> script) : ISpecialist
{
    /// <summary>How long each consultation takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What a consultation waits for before it is answered; null for nothing.</summary>
    public Func<Consultation, CancellationToken, Task>? Before { get; set; }

    /// <summary>Every consultation, in the order in which they began.</summary>
    public ConcurrentQueue<Consultation> Asked { get; } = new();

    /// <summary>Names and rounds like <c>service/2</c>, in the order in which they ended.</summary>
    public ConcurrentQueue<string> Answered { get; } = new();

    /// <summary>The keys of the calls, in the order in which consultations began.</summary>
    public ConcurrentQueue<string> Keys { get; } = new();

    /// <inheritdoc />
    public string Mode { get; init; } = "scripted";

    /// <inheritdoc />
    public string PromptHash(SpecialistDefinition definition) => "";

    /// <inheritdoc />
    public async Task<Opinion> Consult(Consultation consultation, StepCall call)
    {
        Asked.Enqueue(consultation);
        Keys.Enqueue(call.Key);
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay, call.Cancellation);
        }

        if (Before is { } before)
        {
            await before(consultation, call.Cancellation);
        }

        var opinion = script(consultation);
        Answered.Enqueue($"{consultation.Definition.Name}/{consultation.Round}");
        return opinion;
    }
}
