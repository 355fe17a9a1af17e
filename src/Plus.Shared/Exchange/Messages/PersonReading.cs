namespace Plus.Shared.Exchange.Messages;

/// <summary>Reads a person: the accused or convicted, a representative, a victim.</summary>
internal static class PersonReading
{
    /// <summary>A name longer than this is not believed; it is kept, shortened where the record is narrower.</summary>
    public const int LongestName = 100;

    /// <summary>What the records hold of a name.</summary>
    public const int StoredName = 200;

    private const int LongestMember = 1 << 20;

    /// <param name="fields">The person's members.</param>
    /// <param name="birthNeeded">A client is known by the birth date; of a representative it may be unknown.</param>
    /// <param name="notAfter">Nobody named by a document is born after it.</param>
    public static PersonData Read(ObjectReader fields, bool birthNeeded, DateOnly? notAfter)
    {
        var given = fields.Text("givenName", LongestMember, required: true) ?? "";
        var surname = fields.Text("surname", LongestMember, required: true) ?? "";
        var birth = fields.Day("birthDate", birthNeeded);
        if (birth > notAfter)
        {
            fields.Wrong(IntakeReasons.BornAfterDocument, "birthDate", ("birthDate", birth), ("issuedOn", notAfter));
        }

        return new PersonData(Stored(given), Stored(surname), birth)
        {
            PersonalCode = fields.Text("personalCode", 60),
            Sex = fields.Code("sex", required: false, "M", "F"),
            Citizenship = Citizenship(fields),
            Declared = fields.Object("declaredAddress") is { } address
                ? new AddressData(address.Text("atvk", 60), address.Text("text", 500) ?? "")
                : null,
            Phone = fields.Text("phone", 60),
            Email = fields.Text("email", 254),
            NameTooLong = given.Length > LongestName || surname.Length > LongestName,
        };
    }

    private static string Stored(string name) =>
        name.Length <= LongestName ? name : PlainText.NameThatFits(name, StoredName);

    private static string? Citizenship(ObjectReader fields)
    {
        var code = fields.Text("citizenship", 60);
        if (code is null || (code.Length == 3 && code.All(char.IsAsciiLetterUpper)))
        {
            return code;
        }

        fields.Wrong(IntakeReasons.UnknownValue, "citizenship", ("value", code), ("known", "LVA, LTU, EST, ..."));
        return null;
    }
}
