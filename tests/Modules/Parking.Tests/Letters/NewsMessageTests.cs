using Modellstadt.Kernel.Texts;
using Modellstadt.Messages;
using Modellstadt.Parking.Letters;

namespace Modellstadt.Parking.Tests.Letters;

/// <summary>What messages say, from facts alone.</summary>
public sealed class NewsMessageTests
{
    private static readonly Uri Link = new("https://town.example/permit/mine");

    public static IEnumerable<TheoryDataRow<string, Language>> All =>
        from kind in Enum.GetNames<NewsKind>() from language in Enum.GetValues<Language>() select new TheoryDataRow<string, Language>(kind, language);

    [Theory, MemberData(nameof(All))]
    public void No_subject_says_anything_about_a_person_and_every_message_says_where_it_goes_on(string name, Language language)
    {
        var kind = Enum.Parse<NewsKind>(name);
        var draft = Draft(kind, "GE-2026-000123", new DateOnly(2027, 11, 23), language);
        Assert.Equal(draft.Subject, Draft(kind, "XX-1999-999999", new DateOnly(2031, 1, 1), language).Subject);
        Assert.DoesNotMatch("[0-9@]", draft.Subject);
        Assert.InRange(draft.Subject.Length, 10, 78);
        Assert.NotEmpty(draft.Paragraphs[0]);
        Assert.NotEmpty(draft.Link!.Words);
        Assert.Equal(Link, draft.Link.Address);
    }

    [Theory]
    [InlineData("EndsSoon", Language.German, "GE-2026-000123", "23.11.2027")]
    [InlineData("EndsSoon", Language.English, "GE-2026-000123", "23/11/2027")]
    [InlineData("FeeOverdue", Language.German, "GE-2026-000123", "Gebühr")]
    public void A_reminder_names_the_permit_and_the_day(string kind, Language language, params string[] said) =>
        Assert.All(said, words => Assert.Contains(words, Draft(Enum.Parse<NewsKind>(kind), "GE-2026-000123", new DateOnly(2027, 11, 23), language).Paragraphs[0], StringComparison.Ordinal));

    [Fact]
    public void Every_step_of_the_history_that_a_person_wants_to_hear_of_is_news()
    {
        string[] told =
        [
            "application-confirmed", "change-requested", "application-laid-before-clerk", "permit-granted", "application-refused", "permit-renewed", "plates-changed", "temporary-plate-added",
            "zone-changed", "permit-returned", "permit-lapsed", "permit-revoked", "permit-suspended", "permit-taken-up",
        ];
        Assert.All(told, action => Assert.NotNull(NewsOutbox.KindOf(action)));
        Assert.All(["application-started", "application-proposed", "application-waiting", "applicant-identified"], action => Assert.Null(NewsOutbox.KindOf(action)));
    }

    [Fact]
    public void Only_decisions_go_on_paper() =>
        Assert.Equal([NewsKind.Granted, NewsKind.ProvisionallyGranted, NewsKind.Refused, NewsKind.Renewed, NewsKind.Changed, NewsKind.RefundDecided], Enum.GetValues<NewsKind>().Where(NewsMessage.IsDecision));

    private static MessageDraft Draft(NewsKind kind, string number, DateOnly until, Language language) =>
        NewsMessage.Of("key", new NewsFacts(kind, number, until, Link), new PostalRecipient(), language, letter: null);
}
