using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.Lists;

/// <summary>A "no" about a list.</summary>
internal abstract record ListRefusal(string Name, int StatusCode, Func<ListTexts, RefusalText> Words)
    : SpokenRefusal<ListTexts>($"urn:modellstadt:parking:{Name}", StatusCode, Words);

/// <summary>No table with columns.</summary>
internal sealed record ImportUnreadable() : ListRefusal("list-unreadable", 422, texts => texts.ImportUnreadable);

/// <summary>More rows than are taken at once.</summary>
internal sealed record ImportTooLong(int MostRows) : ListRefusal("list-too-long", 413, texts => texts.ImportTooLong(MostRows));

/// <summary>No such list in this town, or it was deleted.</summary>
internal sealed record ImportNotFound() : ListRefusal("list-not-found", 404, texts => texts.ImportNotFound);

/// <summary>A row is wrong: nothing was taken over.</summary>
internal sealed record ImportFlawed() : ListRefusal("list-flawed", 422, texts => texts.ImportFlawed);
