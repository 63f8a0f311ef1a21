using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>The made-up people for scripts: <c>GET /management/v1/demo/persons</c>.</summary>
internal static class ListDemoPersons
{
    private const int MostAtOnce = 1000;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/management/v1/demo/persons", List)
            .RequireManagementKey()
            .WithName("ListDemoPersons")
            .WithTags("Demo")
            .WithSummary("The made-up people of the demo town")
            .WithDescription("story: only people of this story, in kebab case (eligible, moved-away, no-vehicle …); skip, take: which of them, at most 1,000 (default 50). Empty when the town is no demo.")
            .Produces<IReadOnlyList<ListedPerson>>();

    private static IResult List(DemoPersons persons, string? story = null, int skip = 0, int take = 50) =>
        Results.Ok(persons.All
            .Where(person => story is null || Words(person.Story) == story)
            .Skip(Math.Max(0, skip))
            .Take(Math.Clamp(take, 1, MostAtOnce))
            .Select(person => new ListedPerson(
                person.Id.Value, person.DisplayName, Words(person.Story), person.Card.Name.GivenNames, person.Card.Name.FamilyName, person.Card.BirthDate, person.Card.Address.StreetAddress))
            .ToArray());

    /// <summary><c>MovedAway</c> is <c>moved-away</c>.</summary>
    private static string Words(DemoStory story) => JsonNamingPolicy.KebabCaseLower.ConvertName(story.ToString());

    /// <summary>A made-up person.</summary>
    /// <param name="ResidentId">The demo register's key.</param>
    /// <param name="Name">Name on the ID card.</param>
    /// <param name="Story">What happens to this person.</param>
    /// <param name="GivenNames">Given names on the ID card.</param>
    /// <param name="FamilyName">Family name on the ID card.</param>
    /// <param name="BirthDate">Date of birth.</param>
    /// <param name="StreetAddress">Street and house number on the ID card.</param>
    internal sealed record ListedPerson(
        [property: JsonPropertyName("resident_id")] string ResidentId,
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("story")] string Story,
        [property: JsonPropertyName("given_name")] string GivenNames,
        [property: JsonPropertyName("family_name")] string FamilyName,
        [property: JsonPropertyName("birthdate")] DateOnly BirthDate,
        [property: JsonPropertyName("street_address")] string StreetAddress);
}
