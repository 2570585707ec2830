namespace Planner.Cli;

/// <summary>The command cannot be carried out as given; the message is one line that says what and how to mend it.</summary>
internal sealed class UsageException(string message) : Exception(message);
