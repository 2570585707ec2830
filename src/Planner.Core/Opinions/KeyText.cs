using System.Text;
using System.Text.RegularExpressions;
using Planner.Core.Text;
using Planner.Core.Text.Words;

namespace Planner.Core.Opinions;

/// <summary>The one spelling of the parts of a key: words in lower case with hyphens, whatever the case and marks of the name.</summary>
internal static partial class KeyText
{
    private const int MostCharacters = 60;
    private const int HashDigits = 8;

    /// <summary>
    /// <c>IPaymentGateway</c>, <c>i_payment_gateway</c> and <c>i-payment-gateway</c> are all <c>i-payment-gateway</c>; long names
    /// end in a hash.
    /// </summary>
    public static string Part(string name)
    {
        var part = string.Join('-', IdentifierWords.All(Parameter().Replace(name.Normalize(NormalizationForm.FormKC), "id")));
        return part.Length <= MostCharacters
            ? part
            : $"{part[..(MostCharacters - HashDigits - 1)].TrimEnd('-')}-{TextHash.Of(part)[..HashDigits]}";
    }

    /// <summary>A parameter of a route is the same whatever it is called.</summary>
    [GeneratedRegex(@"\{[^{}/]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
