using System.Text.Json.Nodes;
using CsCheck;
using Modellstadt.Protocols.OpenId4Vc.Dcql;

namespace Modellstadt.Interop.Tests;

/// <summary>Our matcher against the package <c>dcql</c>: random queries, random credentials, the same verdict (OpenID4VP 1.0 §6, §7).</summary>
public sealed class DcqlOracleTests(InteropTown town)
{
    private const int Batches = 30;
    private const int CasesInBatch = 100;

    [Fact]
    public Task Our_matcher_and_dcql_find_the_same_credentials_and_claims() => DcqlCases.Any.Array[CasesInBatch].SampleAsync(
        async cases =>
        {
            var input = new { cases = cases.Select(one => new { query = one.Query, credentials = one.Credentials.Select(credential => new { vct = (string?)credential["vct"], claims = credential }) }) };
            var verdicts = (await town.Peers.CallAsync("dcql.judge", input))!.AsArray();
            foreach (var (one, theirs) in cases.Zip(verdicts))
                Assert.True(JsonNode.DeepEquals(Shown(theirs), Shown(Judge(one))), $"{one.Query.ToJsonString()}\n{string.Join('\n', one.Credentials.Select(credential => credential.ToJsonString()))}\ndcql: {theirs!.ToJsonString()}\nours: {Judge(one).ToJsonString()}");
        },
        iter: Batches, threads: 1, print: cases => $"{cases.Length} cases");

    /// <summary>What we make of a case, as the oracle words it.</summary>
    private static JsonObject Judge(DcqlCase one)
    {
        var query = DcqlQuery.Parse(one.Query).Expect();
        var matches = new JsonObject();
        foreach (var asked in query.Credentials)
        {
            var found = one.Credentials.Index()
                .Where(credential => asked.CredentialTypes.Contains((string)credential.Item["vct"]!))
                .Select(credential => (credential.Index, Match: CredentialMatch.Of(asked, credential.Item)))
                .Where(credential => credential.Match.Error is null)
                .Select(credential => KeyValuePair.Create<string, JsonNode?>($"{credential.Index}", credential.Match.Expect().Claims));
            matches[asked.Id] = new JsonObject(found);
        }

        var answered = matches.Where(match => match.Value!.AsObject().Count > 0).Select(match => match.Key).ToHashSet();
        return new JsonObject { ["satisfied"] = query.IsAnsweredBy(answered), ["matches"] = matches };
    }

    /// <summary>
    /// What stands in an array for elements that are not shown differs: we keep their places as empty objects, arrays or null up to the
    /// length of the array; `dcql` writes null, and ends the array behind the last element shown.
    /// </summary>
    private static JsonNode? Shown(JsonNode? node) => node switch
    {
        JsonObject members => OrNull(new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Shown(member.Value))))),
        JsonArray elements => OrNull(new JsonArray([.. elements.Select(Shown).Reverse().SkipWhile(element => element is null).Reverse()])),
        _ => node?.DeepClone(),
    };

    private static JsonObject? OrNull(JsonObject members) => members.Count == 0 ? null : members;

    private static JsonArray? OrNull(JsonArray elements) => elements.Count == 0 ? null : elements;
}
