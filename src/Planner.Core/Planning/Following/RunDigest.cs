using System.Security.Cryptography;
using System.Text;

namespace Planner.Core.Planning.Following;

/// <summary>Eight hex digits of a run's id that stand for its trigger: the same trigger is the same run.</summary>
internal static class RunDigest
{
    public static string Of(params ReadOnlySpan<string> trigger) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', trigger))))[..8];
}
