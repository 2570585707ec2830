using System.Collections.Concurrent;
using Planner.Core.Specialists;

namespace Planner.Testing.Planning;

/// <summary>A panel that answers from a script, remembers whom it was asked for, and can take its time.</summary>
public sealed class ScriptedSpecialist(Func<Consultation, Opinion> script) : ISpecialist
{
    /// <summary>How long each consultation takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Every consultation, in the order in which they began.</summary>
    public ConcurrentQueue<Consultation> Asked { get; } = new();

    /// <summary>Names and rounds like <c>service/2</c>, in the order in which they ended.</summary>
    public ConcurrentQueue<string> Answered { get; } = new();

    /// <inheritdoc />
    public async Task<Opinion> Consult(Consultation consultation, CancellationToken cancellation)
    {
        Asked.Enqueue(consultation);
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay, cancellation);
        }

        var opinion = script(consultation);
        Answered.Enqueue($"{consultation.Definition.Name}/{consultation.Round}");
        return opinion;
    }
}
