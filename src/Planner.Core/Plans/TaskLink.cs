namespace Planner.Core.Plans;

/// <summary>A task and one that comes before it, by their local ids.</summary>
internal sealed record TaskLink(string Task, string Earlier);
