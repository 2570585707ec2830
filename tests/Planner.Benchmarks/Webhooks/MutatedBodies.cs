using System.Globalization;

namespace Planner.Benchmarks.Webhooks;

/// <summary>Bodies with some bytes changed, cut or put in, each with a good signature, so that nothing but the reader refuses it.</summary>
internal static class MutatedBodies
{
    public static IEnumerable<SignedDelivery> Of(int count, int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < count; round++)
        {
            var body = (round % 2 == 0 ? SignedDelivery.Transition(round) : SignedDelivery.Other(round)).Body.ToList();
            for (var changes = random.Next(1, 8); changes > 0; changes--)
            {
                Mutate(body, random);
            }

            yield return SignedDelivery.Of([.. body], $"mutated-{round.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private static void Mutate(List<byte> body, Random random)
    {
        // The structure stands at both ends; the description between them is only text.
        var at = random.Next(2) == 0 ? random.Next(Math.Min(300, body.Count)) : random.Next(Math.Max(0, body.Count - 300), body.Count);
        switch (random.Next(4))
        {
            case 0:
                body[at] = (byte)random.Next(256);
                break;
            case 1:
                body.Insert(at, (byte)random.Next(256));
                break;
            case 2:
                body.RemoveRange(at, Math.Min(random.Next(1, 20), body.Count - at - 1));
                break;
            default:
                body.InsertRange(at, "\"{}[]:,\\u0000"u8.ToArray().Take(random.Next(1, 13)));
                break;
        }
    }
}
