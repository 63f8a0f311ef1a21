using Modellstadt.Protocols.Credentials.Cbor;
using Modellstadt.Protocols.Credentials.Cose;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Protocols.Credentials.Tests.StatusLists;

/// <summary>Status list tokens in CBOR, and attack 17 against them: each token is good but for one change.</summary>
public sealed class StatusListCwtTests
{
    private const string Uri = "https://town.example/issuers/town/status-lists/1";
    private static readonly CoseKeyResolver Issuer = _ => Keys.Issuer.Verifier();

    private static readonly Dictionary<string, (CborItem? Value, string Code)> BrokenClaims = new()
    {
        ["2"] = (CborItem.Of(Uri + "/"), ErrorCodes.StatusListSubject),
        ["6"] = (CborItem.Of("now"), ErrorCodes.StatusList),
        ["6 missing"] = (null, ErrorCodes.StatusList),
        ["4"] = (CborItem.Of(Keys.Now.ToUnixTimeSeconds()), ErrorCodes.Expired),
        ["4 is text"] = (CborItem.Of("never"), ErrorCodes.StatusList),
        ["4 is no number"] = (CborItem.Of(double.NaN), ErrorCodes.StatusList),
        ["65534"] = (CborItem.Of(0), ErrorCodes.StatusList),
        ["65534 is negative"] = (CborItem.Of(-1), ErrorCodes.StatusList),
        ["65534 is text"] = (CborItem.Of("60"), ErrorCodes.StatusList),
        ["65533"] = (CborItem.Of(1), ErrorCodes.StatusList),
        ["65533 missing"] = (null, ErrorCodes.StatusList),
        ["65533 of 3 bits"] = (ListOf(("bits", CborItem.Of(3)), ("lst", CborItem.Of(new StatusList(1, 8).Compress().Span))), ErrorCodes.StatusList),
        ["65533 without lst"] = (ListOf(("bits", CborItem.Of(1))), ErrorCodes.StatusList),
        ["65533 with lst as text"] = (ListOf(("bits", CborItem.Of(1)), ("lst", CborItem.Of("eNrbuRgAAhcBXQ"))), ErrorCodes.StatusList),
        ["65533 with lst cut off"] = (ListOf(("bits", CborItem.Of(1)), ("lst", CborItem.Of(new StatusList(1, 8).Compress().Span[..^1]))), ErrorCodes.StatusList),
        ["65533 with a number for aggregation_uri"] = (ListOf(("bits", CborItem.Of(1)), ("lst", CborItem.Of(new StatusList(1, 8).Compress().Span)), ("aggregation_uri", CborItem.Of(1))), ErrorCodes.StatusList),
    };

    public static TheoryData<string> Names => [.. BrokenClaims.Keys];

    [Fact]
    public void The_token_of_the_specification_verifies()
    {
        var example = Vectors.Read("status-list/tokens.json");
        var token = StatusListCwt.Verify(
            Convert.FromHexString(example["status_list_cwt"]!["cbor_hex"]!.GetValue<string>()), "https://example.com/statuslists/1",
            _ => Vectors.Verifier(example["key"]!), DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)).Expect();
        Assert.Equal(example["expected_status_of_index_0"]!.GetValue<byte>(), token.List.StatusAt(0).Expect());
        Assert.Equal(TimeSpan.FromHours(12), token.TimeToLive);
        Assert.Equal((1686920170, 2291720170), (token.IssuedAt.ToUnixTimeSeconds(), token.ExpiresAt!.Value.ToUnixTimeSeconds()));
    }

    [Fact]
    public void The_referenced_token_of_the_specification_names_its_list()
    {
        var example = Vectors.Read("status-list/tokens.json");
        var hex = example["referenced_token_cwt"]!["cbor_hex"]!.GetValue<string>();
        var content = CoseSign1.Parse(StrictCbor.Parse(Convert.FromHexString(hex)).Expect()).Expect().Verify(Vectors.Verifier(example["key"]!)).Expect();
        Assert.Equal(
            new StatusReference("https://example.com/statuslists/1", 0), StatusReference.Parse(StrictCbor.Parse(content.Bytes).Expect().Member(65535)!).Expect());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    public void What_was_signed_is_read_again(int bits)
    {
        var list = new StatusList(bits, 64) { AggregationUri = "https://town.example/issuers/town/status-lists" };
        list[5] = StatusValues.Invalid;
        var token = new StatusListToken(Uri, list, Keys.Now) { ExpiresAt = Keys.Now.AddMinutes(15), TimeToLive = TimeSpan.FromSeconds(30) };

        var read = StatusListCwt.Verify(StatusListCwt.Sign(token, Keys.Issuer), Uri, Issuer, Keys.Now).Expect();

        Assert.Equal((bits, list.AggregationUri), (read.List.Bits, read.List.AggregationUri));
        Assert.True(list.Bytes.Span.SequenceEqual(read.List.Bytes.Span));
        Assert.Equal((token.IssuedAt, token.ExpiresAt, token.TimeToLive), (read.IssuedAt, read.ExpiresAt, read.TimeToLive));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_broken_claim_is_refused(string name)
    {
        var label = int.Parse(name.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Null(StatusListCwt.Verify(Sign(Claims()), Uri, Issuer, Keys.Now).Error);

        var (value, code) = BrokenClaims[name];
        var claims = Claims().Where(claim => claim.Key.Integer != label);
        Refusal.Is(code, StatusListCwt.Verify(Sign(value is null ? claims : claims.Append(CborEntry.Of(label, value))), Uri, Issuer, Keys.Now));
    }

    [Fact]
    public void The_list_of_another_issuer_is_refused()
        => Refusal.Is(ErrorCodes.Signature, StatusListCwt.Verify(Sign(Claims()), Uri, _ => Keys.Stranger.Verifier(), Keys.Now));

    [Fact]
    public void A_list_without_its_type_is_refused()
    {
        Refusal.Is(ErrorCodes.Type, StatusListCwt.Verify(Sign(Claims(), type: "application/cwt"), Uri, Issuer, Keys.Now));
        Refusal.Is(ErrorCodes.Type, StatusListCwt.Verify(Sign(Claims(), type: null), Uri, Issuer, Keys.Now));
    }

    [Fact]
    public void A_list_under_a_mac_or_without_tag_is_refused()
    {
        var untagged = StrictCbor.Parse(Sign(Claims())).Expect().Tagged!;
        Refusal.Is(ErrorCodes.StatusList, StatusListCwt.Verify(untagged.Encoded, Uri, Issuer, Keys.Now));
        Refusal.Is(ErrorCodes.StatusList, StatusListCwt.Verify(CborItem.Tag(17, untagged).Encoded, Uri, Issuer, Keys.Now));
        Refusal.Is(ErrorCodes.StatusList, StatusListCwt.Verify(CborItem.Tag(61, CborItem.Tag(18, untagged)).Encoded, Uri, Issuer, Keys.Now));
    }

    [Fact]
    public void A_signed_bomb_stops_at_the_limit()
    {
        var bomb = StatusListCwt.Sign(new StatusListToken(Uri, new StatusList(8, 16 * 1024 * 1024), Keys.Now), Keys.Issuer);
        Assert.InRange(bomb.Length, 1, 20_000);
        Refusal.Is(ErrorCodes.TooLarge, StatusListCwt.Verify(bomb, Uri, Issuer, Keys.Now));
    }

    [Theory]
    [InlineData("a0")]
    [InlineData("a16b7374617475735f6c697374f6")]
    [InlineData("a16b7374617475735f6c697374a16369647800")]
    [InlineData("a16b7374617475735f6c697374a2636964782063757269616c")]
    [InlineData("a16b7374617475735f6c697374a2636964781a8000000063757269616c")]
    public void A_malformed_reference_is_refused(string hex)
        => Refusal.Is(ErrorCodes.Claim, StatusReference.Parse(StrictCbor.Parse(Convert.FromHexString(hex)).Expect()));

    [Fact]
    public void A_reference_is_read_as_it_was_written()
        => Assert.Equal(new StatusReference(Uri, 4711), StatusReference.Parse(new StatusReference(Uri, 4711).ToCbor()).Expect());

    private static CborItem ListOf(params IEnumerable<(string Key, CborItem Value)> entries) => CborItem.Map(entries.Select(entry => CborEntry.Of(entry.Key, entry.Value)));

    private static IEnumerable<CborEntry> Claims() =>
    [
        CborEntry.Of(2, CborItem.Of(Uri)),
        CborEntry.Of(6, CborItem.Of(Keys.Now.ToUnixTimeSeconds())),
        CborEntry.Of(4, CborItem.Of(Keys.Now.AddMinutes(15).ToUnixTimeSeconds())),
        CborEntry.Of(65534, CborItem.Of(30)),
        CborEntry.Of(65533, new StatusList(2, 16).ToCbor()),
    ];

    private static byte[] Sign(IEnumerable<CborEntry> claims, string? type = StatusListCwt.Type)
    {
        var headers = new CoseParameters { Protected = type is null ? [] : [CborEntry.Of(CoseLabels.Type, CborItem.Of(type))] };
        return CborItem.Tag(18, CoseSign1.Sign(CborItem.Map(claims).Encoded, Keys.Issuer, headers)).Encoded.ToArray();
    }
}
