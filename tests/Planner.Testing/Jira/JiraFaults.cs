namespace Planner.Testing.Jira;

/// <summary>Faults to come, each for the next requests that it is meant for.</summary>
public sealed class JiraFaults
{
    private readonly Lock gate = new();
    private readonly List<Planned> planned = [];

    /// <summary>Plans a fault.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="times">For how many requests.</param>
    /// <param name="method">Of the request, or null for any.</param>
    /// <param name="path">A part of its path; empty for any.</param>
    public void Add(JiraFault fault, int times = 1, string? method = null, string path = "")
    {
        lock (gate)
        {
            planned.Add(new(fault, method, path) { Left = times });
        }
    }

    /// <summary>All is well again.</summary>
    public void Clear()
    {
        lock (gate)
        {
            planned.Clear();
        }
    }

    internal JiraFault? Next(string method, string path)
    {
        lock (gate)
        {
            if (planned.Find(p => (p.Method ?? method) == method && path.Contains(p.Path, StringComparison.Ordinal)) is not { } next)
            {
                return null;
            }

            if (--next.Left <= 0)
            {
                planned.Remove(next);
            }

            return next.Fault;
        }
    }

    private sealed record Planned(JiraFault Fault, string? Method, string Path)
    {
        public int Left { get; set; }
    }
}
