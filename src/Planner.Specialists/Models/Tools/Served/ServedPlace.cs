namespace Planner.Specialists.Models.Tools.Served;

/// <summary>Where in a run servers are asked.</summary>
/// <param name="Ticket">The ticket's key.</param>
/// <param name="RunId">The run that keeps what is given.</param>
/// <param name="Previous">The run that this one takes over from, whose answers are used again; null for none.</param>
/// <param name="At">By the host's clock, when the step's attempt began.</param>
internal sealed record ServedPlace(string Ticket, string RunId, string? Previous, DateTimeOffset At);
