using System.Text.Json.Nodes;
using CsCheck;

namespace Modellstadt.Interop.Tests;

/// <summary>A query and the credentials it meets; each has its <c>vct</c> among its claims.</summary>
internal sealed record DcqlCase(JsonObject Query, IReadOnlyList<JsonObject> Credentials);

/// <summary>Valid queries over so few names and values that they often match.</summary>
internal static class DcqlCases
{
    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly string[] Types = ["urn:one", "urn:two"];

    private static readonly Gen<JsonNode> Scalar = OneOf("\"x\"", "\"y\"", "1", "2", "true", "false").Select(json => JsonNode.Parse(json)!);
    private static readonly Gen<JsonNode> Value = Below(depth: 2);
    private static readonly Gen<JsonObject> Claims = Members(Value);

    private static readonly Gen<JsonNode?> Step = Gen.Frequency(
        (6, OneOf(Names).Select(name => (JsonNode?)name)), (2, Gen.Int[0, 2].Select(index => (JsonNode?)index)), (1, Gen.Const((JsonNode?)null)));

    private static readonly Gen<JsonArray> Path =
        Gen.Select(OneOf(Names), Step.Array[0, 2]).Select((first, others) => new JsonArray([first, .. others.Select(step => step?.DeepClone())]));

    private static readonly Gen<JsonObject> ClaimQuery = Gen.Select(Path, Scalar.Array[1, 2], Gen.Int[0, 3]).Select((path, values, dice) =>
    {
        var claim = new JsonObject { ["path"] = path.DeepClone() };
        if (dice == 0)
            claim["values"] = new JsonArray([.. values.Select(value => value.DeepClone())]);
        return claim;
    });

    private static readonly Gen<JsonObject> CredentialQuery = Gen.Select(OneOf(Types).Array[1, 2], ClaimQuery.Array[0, 3], Gen.Int[0, 2].Array[1, 2].Array[1, 3], Gen.Bool).Select((types, claims, sets, choose) =>
    {
        var query = new JsonObject { ["format"] = "dc+sd-jwt", ["meta"] = new JsonObject { ["vct_values"] = new JsonArray([.. types.Distinct()]) } };
        if (claims.Length == 0)
            return query;
        query["claims"] = new JsonArray([.. claims.Select((claim, number) => Named(claim, $"claim{number}"))]);
        if (choose)
            query["claim_sets"] = new JsonArray([.. sets.Select(set => new JsonArray([.. set.Select(number => $"claim{number % claims.Length}").Distinct()]))]);
        return query;
    });

    private static readonly Gen<JsonObject> Query = Gen.Select(CredentialQuery.Array[1, 3], Gen.Select(Gen.Int[0, 2].Array[1, 2].Array[1, 2], Gen.Bool).Array[0, 2]).Select((credentials, sets) =>
    {
        var query = new JsonObject { ["credentials"] = new JsonArray([.. credentials.Select((credential, number) => Named(credential, $"query{number}"))]) };
        if (sets.Length > 0)
            query["credential_sets"] = new JsonArray([.. sets.Select(set => SetOf(set.Item1, credentials.Length, set.Item2))]);
        return query;
    });

    /// <summary>Any case.</summary>
    public static Gen<DcqlCase> Any { get; } = Gen.Select(Query, Gen.Select(OneOf(Types), Claims).Array[1, 3])
        .Select((query, credentials) => new DcqlCase(query, [.. credentials.Select(credential => Named(credential.Item2, credential.Item1, "vct"))]));

    private static Gen<JsonNode> Below(int depth) => depth == 0 ? Scalar : Gen.Frequency(
        (3, Scalar),
        (2, Members(Below(depth - 1)).Select(members => (JsonNode)members)),
        (2, Gen.Select(Below(depth - 1), Gen.Int.Array[1, 3]).Select((element, seeds) => (JsonNode)new JsonArray([.. seeds.Select(seed => Vary(element, new Random(seed)))]))));

    /// <summary>
    /// The elements of an array are of one shape, some with fewer members: where a step fits only some elements, section 7.1.1 makes
    /// the whole path fail, but `dcql` 3.0.0 passes over the others.
    /// </summary>
    private static JsonNode Vary(JsonNode node, Random dice) => node switch
    {
        JsonObject members => new JsonObject(members.Where(_ => dice.Next(4) > 0).Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Vary(member.Value!, dice)))),
        JsonArray elements => new JsonArray([.. elements.Take(dice.Next(1, elements.Count + 1)).Select(element => Vary(element!, dice))]),
        _ => node.DeepClone(),
    };

    private static Gen<JsonObject> Members(Gen<JsonNode> value) => Gen.Select(OneOf(Names), value).Array[1, 3].Select(members =>
    {
        var claims = new JsonObject();
        foreach (var (name, node) in members)
            claims[name] = node.DeepClone();
        return claims;
    });

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(number => texts[number]);

    private static JsonObject SetOf(int[][] options, int count, bool required) => new()
    {
        ["options"] = new JsonArray([.. options.Select(option => new JsonArray([.. option.Select(number => $"query{number % count}").Distinct()]))]),
        ["required"] = required,
    };

    private static JsonObject Named(JsonObject json, string name, string member = "id")
    {
        var named = json.DeepClone().AsObject();
        named[member] = name;
        return named;
    }
}
