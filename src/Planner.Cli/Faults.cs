using Planner.Cli.Remote;
using Planner.Core.Conversation;
using Planner.Durability;
using Planner.Engine;

namespace Planner.Cli;

/// <summary>Faults in one line that says what happened and how to go on.</summary>
internal static class Faults
{
    public static string Explain(Exception fault) => fault switch
    {
        StoreFailedException e => $"{Terminal.Clean(e.Message)} Nothing that was written is lost: mend it and give the same command again.",
        RemoteException => Terminal.Clean(fault.Message),
        NotificationFailedException => Terminal.Clean(fault.Message),
        StepException or StepFailedException => Terminal.Clean(fault.Message),
        IOException or UnauthorizedAccessException => $"{Terminal.Clean(fault.Message)} Mend it and give the same command again.",
        _ => $"Unexpected {fault.GetType().Name}: {Terminal.Clean(fault.Message)} Give the same command again; if it stays, report it with this line.",
    };
}
