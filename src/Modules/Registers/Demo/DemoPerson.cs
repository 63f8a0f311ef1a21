namespace Modellstadt.Registers;

/// <summary>A made-up person.</summary>
/// <param name="Id">Key in the demo resident register. A person of the story <see cref="DemoStory.NameUnknown"/> has one too, under another name.</param>
/// <param name="DisplayName">Name on the ID card.</param>
/// <param name="Story">What happens to this person.</param>
/// <param name="Card">What the person's ID card says; may differ from the register.</param>
public sealed record DemoPerson(ResidentId Id, string DisplayName, DemoStory Story, DemoIdCard Card);

/// <summary>What a made-up ID card says.</summary>
/// <param name="Name">Name as printed on it.</param>
/// <param name="BirthDate">Date of birth.</param>
/// <param name="Address">Address as printed on it, perhaps an old one.</param>
public sealed record DemoIdCard(PersonName Name, DateOnly BirthDate, Address Address);
