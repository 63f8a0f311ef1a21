using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Storage;
using Modellstadt.Testing;

namespace Modellstadt.Registers.Tests;

/// <summary>Registers behind a supplier's server: asked with patience, believed only when the answer is whole, followed from point to point.</summary>
public sealed class HttpDoorTests
{
    private static readonly ResidentId Erika = new("1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_registers_answer_from_the_server()
    {
        await using var peer = await RegisterPeer.StartAsync();
        await using var town = await StartAsync(peer);
        var query = new ResidentQuery(new PersonName("Erika", "Mueller Lukaszewska"), new DateOnly(1964, 8, 12), null, null);
        var erika = Assert.IsType<RegisterAnswer<Resident>.Found>(await town.Residents.FindAsync(query, Cancellation)).Value;
        Assert.Equal((Erika, "Georgstraße 17a", true), (erika.Id, erika.MainResidenceOn(new(2026, 11, 24))?.Address.StreetAddress, erika.Blocked));
        Assert.IsType<RegisterAnswer<Resident>.NotFound>(await town.Residents.FindAsync(query with { BirthDate = new(1964, 8, 13) }, Cancellation));
        Assert.Equal(erika.Name, Assert.IsType<RegisterAnswer<Resident>.Found>(await town.Residents.ReadAsync(Erika, Cancellation)).Value.Name);
        Assert.IsType<RegisterAnswer<Resident>.NotFound>(await town.Residents.ReadAsync(new("2"), Cancellation));
        Assert.Equal("GE-AB 123", Assert.Single(Assert.IsType<RegisterAnswer<IReadOnlyList<RegisteredVehicle>>.Found>(await town.Vehicles.FindByKeeperAsync(Erika, Cancellation)).Value).Plate);
        Assert.Equal(Erika, Assert.IsType<RegisterAnswer<KeptVehicle>.Found>(await town.Vehicles.FindByPlateAsync("GE-AB 123", Cancellation)).Value.KeeperId);
        Assert.IsType<RegisterAnswer<KeptVehicle>.NotFound>(await town.Vehicles.FindByPlateAsync("GE-X 1", Cancellation));
    }

    [Theory]
    [InlineData("503")]
    [InlineData("slow")]
    [InlineData("half")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("no house number")]
    [InlineData("too long")]
    [InlineData("redirect")]
    [InlineData("404 of a proxy")]
    public async Task An_answer_that_is_none_is_unreachable_and_never_an_entry(string fault)
    {
        await using var peer = await RegisterPeer.StartAsync();
        await using var town = await StartAsync(peer);
        Assert.IsType<RegisterAnswer<Resident>.Found>(await town.Residents.ReadAsync(Erika, Cancellation));
        peer.Fault = FaultOf(fault);
        Assert.IsType<RegisterAnswer<Resident>.Unreachable>(await town.Residents.ReadAsync(Erika, Cancellation));
        peer.Fault = null;
        Assert.IsType<RegisterAnswer<Resident>.Found>(await town.Residents.ReadAsync(Erika, Cancellation));
    }

    [Fact]
    public async Task A_short_failure_is_not_noticed()
    {
        await using var peer = await RegisterPeer.StartAsync();
        await using var town = await StartAsync(peer);
        var left = 2;
        peer.Fault = async context =>
        {
            if (Interlocked.Decrement(ref left) >= 0)
                context.Response.StatusCode = 502;
            else
                await Mend(peer, context);
        };
        Assert.IsNotType<RegisterAnswer<Resident>.Unreachable>(await town.Residents.ReadAsync(new("2"), Cancellation));
        Assert.Equal(3, peer.Asked);
    }

    [Fact]
    public async Task A_failing_server_is_left_alone_for_a_while_and_then_asked_again()
    {
        await using var peer = await RegisterPeer.StartAsync();
        await using var town = await StartAsync(peer);
        peer.Fault = FaultOf("503");
        for (var question = 0; question < 4; question++)
            Assert.IsType<RegisterAnswer<Resident>.Unreachable>(await town.Residents.ReadAsync(Erika, Cancellation));
        var asked = peer.Asked;
        Assert.InRange(asked, 6, 9);
        peer.Fault = null;
        Assert.IsType<RegisterAnswer<Resident>.Unreachable>(await town.Residents.ReadAsync(Erika, Cancellation));
        Assert.Equal(asked, peer.Asked);

        town.Time.Now += TimeSpan.FromSeconds(16);
        Assert.IsType<RegisterAnswer<Resident>.Found>(await town.Residents.ReadAsync(Erika, Cancellation));
    }

    [Fact]
    public async Task Who_does_not_know_the_secret_gets_no_answer_and_is_not_asked_three_times()
    {
        await using var peer = await RegisterPeer.StartAsync();
        await using var town = await StartAsync(peer, secret: "another secret");
        Assert.IsType<RegisterAnswer<Resident>.Unreachable>(await town.Residents.ReadAsync(Erika, Cancellation));
        Assert.Equal(1, peer.Asked);
    }

    [Fact]
    public async Task A_certificate_of_the_town_opens_the_door_and_a_server_of_nobody_known_is_not_asked()
    {
        using var authority = new PrivateAuthority();
        await using var peer = await RegisterPeer.StartAsync(authority);
        (string, string)[] settings =
        [
            ("Registers:Residents:Source", "Http"), ("Registers:Residents:Url", $"https://localhost:{peer.Address.Port}"),
            ("Registers:Residents:ClientCertificate", authority.CertificateFile), ("Registers:Residents:ClientKey", authority.KeyFile), ("Registers:Residents:AttemptMilliseconds", "5000"),
            ("Registers:TimeoutMilliseconds", "20000"),
        ];
        await using var town = await RegistersTown.StartAsync(demo: false, [.. settings, ("Registers:Residents:TrustedRoot", authority.RootFile)]);
        Assert.IsType<RegisterAnswer<Resident>.Found>(await town.Residents.ReadAsync(Erika, Cancellation));
        var asked = peer.Asked;
        await using var distrustful = await RegistersTown.StartAsync(demo: false, settings);
        Assert.IsType<RegisterAnswer<Resident>.Unreachable>(await distrustful.Residents.ReadAsync(Erika, Cancellation));
        Assert.Equal(asked, peer.Asked);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Changes_are_followed_from_point_to_point_over_failures_and_restarts(DatabaseKind kind)
    {
        await using var peer = await RegisterPeer.StartAsync();
        var recipient = new Recipient();
        var secret = await SecretAsync(RegisterPeer.Secret);
        await using var town = await RegistersTown.StartAsync(kind, [recipient], Settings(peer, secret));
        peer.Learn("0", """ "kind":"died","resident_id":"9","since":"2026-11-01" """);
        await FollowAsync(town);

        string[] kinds = ["moved-within", "moved-away", "died", "name-changed", "blocked", "unblocked"];
        foreach (var (number, change) in kinds.Index())
            peer.Learn($"{number + 1}", $""" "kind":"{change}","resident_id":"{number}","since":"2026-11-24" """);
        peer.Learn("v1", """ "kind":"vehicle-gone","resident_id":"1","since":"2026-11-24","plate":"GE-AB 123" """);
        peer.Fault = FaultOf("503");
        await FollowAsync(town);
        peer.Fault = null;
        await FollowAsync(town);
        Assert.Equal(7, (await recipient.WaitForAsync(7)).DistinctBy(change => change.Id).Count());
        Assert.Equal("GE-AB 123", Assert.Single(recipient.Taken.OfType<RegisterChange.VehicleGone>().Distinct()).Plate);

        await town.RestartAsync();
        peer.Learn("7", """ "kind":"died","resident_id":"6","since":"2026-11-24" """);
        await FollowAsync(town);
        while (recipient.Taken.DistinctBy(change => change.Id).Count() < 8)
            await Task.Delay(20, Cancellation);
        Assert.DoesNotContain(recipient.Taken, change => change.Resident.Value == "9");
    }

    [Theory]
    [InlineData("Url", "http://registers.example", "Url is no https address")]
    [InlineData("Url", "not an address", "Url is no https address")]
    [InlineData("TokenFile", null, "set either Registers:Residents:TokenFile or")]
    [InlineData("ClientCertificate", "town.pem", "set either Registers:Residents:TokenFile or")]
    [InlineData("TokenFile", "/nowhere/secret", "the file /nowhere/secret does not exist")]
    public async Task A_door_that_cannot_open_stops_the_start_with_a_sentence(string setting, string? value, string sentence)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Source"] = "Http", ["Url"] = "https://registers.example", ["TokenFile"] = await SecretAsync("secret"), [setting] = value,
        };
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            RegistersTown.StartAsync(demo: false, [.. settings.Where(pair => pair.Value is not null).Select(pair => ($"Registers:Residents:{pair.Key}", pair.Value!))]));
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_description_names_what_the_server_of_the_tests_answers()
    {
        using var description = JsonDocument.Parse(File.ReadAllBytes(ProductFiles.PathOf("docs/registers.openapi.json")));
        Assert.Equal(RegisterPeer.Paths.Order(), description.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order());
        var schemas = description.RootElement.GetProperty("components").GetProperty("schemas");
        AssertDescribes<WireResident>(schemas.GetProperty("Resident"));
        AssertDescribes<WireResidence>(schemas.GetProperty("Residence"));
        AssertDescribes<WireVehicle>(schemas.GetProperty("Vehicle"));
        AssertDescribes<WireChanges>(schemas.GetProperty("Changes"));
        AssertDescribes<WireChange>(schemas.GetProperty("Change"));
        Assert.Equal(
            Enum.GetValues<WireChangeKind>().Select(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString())),
            schemas.GetProperty("Change").GetProperty("properties").GetProperty("kind").GetProperty("enum").EnumerateArray().Select(kind => kind.GetString()));
    }

    private static void AssertDescribes<T>(JsonElement schema)
    {
        var parameters = typeof(T).GetConstructors()[0].GetParameters();
        Assert.Equal(parameters.Select(parameter => JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Name!)), schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            parameters.Where(parameter => !parameter.HasDefaultValue).Select(parameter => JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter.Name!)),
            schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    private static Func<HttpContext, Task> FaultOf(string fault) => async context =>
    {
        context.Response.ContentType = "application/json";
        switch (fault)
        {
            case "503":
                context.Response.StatusCode = 503;
                break;
            case "slow":
                await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case "half":
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("""{"resident_id":"1","given""");
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case "nonsense":
                await context.Response.WriteAsync("<html>Bitte melden Sie sich an</html>");
                break;
            case "null":
                await context.Response.WriteAsync("null");
                break;
            case "no house number":
                await context.Response.WriteAsync("""{"resident_id":"1","given_names":"E","family_name":"M","birth_date":"1964-08-12","deceased":false,"blocked":false,"residences":[{"kind":"main","street":"S","house_number":"?","postal_code":"45879","locality":"G","ags":"05513000","since":"2001-01-01"}]}""");
                break;
            case "too long":
                await context.Response.WriteAsync($$"""{"resident_id":"1","given_names":"{{new string('x', 5_000_000)}}"}""");
                break;
            case "redirect":
                context.Response.Redirect("/elsewhere");
                break;
            default:
                context.Response.StatusCode = 404;
                break;
        }
    };

    private static Task Mend(RegisterPeer peer, HttpContext context)
    {
        peer.Fault = null;
        (context.Response.StatusCode, context.Response.ContentType) = (404, "application/problem+json");
        return Task.CompletedTask;
    }

    private static async Task<RegistersTown> StartAsync(RegisterPeer peer, string secret = RegisterPeer.Secret) =>
        await RegistersTown.StartAsync(demo: false, Settings(peer, await SecretAsync(secret)));

    private static (string, string)[] Settings(RegisterPeer peer, string secretFile) =>
    [
        .. new[] { "Residents", "Vehicles" }.SelectMany(register => new[]
        {
            ($"Registers:{register}:Source", "http"), ($"Registers:{register}:Url", peer.Address.AbsoluteUri), ($"Registers:{register}:TokenFile", secretFile),
            ($"Registers:{register}:AttemptMilliseconds", "2000"),
        }),
        ("Registers:TimeoutMilliseconds", "20000"), ("Registers:LookInterval", "1.00:00:00"),
    ];

    private static async Task<string> SecretAsync(string secret)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("modellstadt-secret-").FullName, "secret");
        await File.WriteAllTextAsync(file, secret + "\n", Cancellation);
        return file;
    }

    private static Task FollowAsync(RegistersTown town) => town.Services.GetServices<IHostedService>().OfType<FollowRounds>().Single().RunRoundAsync(Cancellation);
}
