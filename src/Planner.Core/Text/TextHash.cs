using System.Security.Cryptography;
using System.Text;

namespace Planner.Core.Text;

/// <summary>By what a text is known: the sha256 of its UTF-8, in hex, lower case.</summary>
internal static class TextHash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
