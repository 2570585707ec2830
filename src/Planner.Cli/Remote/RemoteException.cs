namespace Planner.Cli.Remote;

/// <summary>The server cannot be reached or did not do what was asked; the message is one line that says how to go on.</summary>
internal sealed class RemoteException(string message, Exception? inner = null) : Exception(message, inner);
