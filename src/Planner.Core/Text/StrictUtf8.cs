using System.Text;

namespace Planner.Core.Text;

/// <summary>UTF-8 that refuses what is none, where <see cref="System.Text.Encoding.UTF8"/> puts a replacement character in its place.</summary>
public static class StrictUtf8
{
    /// <summary>Throws <see cref="DecoderFallbackException"/> or <see cref="EncoderFallbackException"/>; writes no byte order mark.</summary>
    public static Encoding Encoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
