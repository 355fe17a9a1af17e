using Plus.Shared.Access.Delivered;
using Plus.Shared.Access.FirstStaff;
using Plus.Shared.Access.StaffDirectory;

namespace Plus.Host.Setup;

/// <summary>Staff from a file; a person with several posts stands on several lines with the same user name.</summary>
internal static class StaffCsv
{
    /// <exception cref="SetupException">The file is missing or wrong.</exception>
    public static IReadOnlyList<FirstPost> Read(string path)
    {
        var roles = DeliveredRoles.Read().Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        var rows = CsvTable.Read(path, "user_name", "given_name", "surname", "email?", "office", "role", "from").Rows;
        var people = new Dictionary<string, FirstPost>(StringComparer.OrdinalIgnoreCase);
        var posts = new List<FirstPost>();
        foreach (var row in rows)
        {
            var post = new FirstPost(
                row.Text("user_name"),
                row.Text("given_name"),
                row.Text("surname"),
                row.Maybe("email"),
                row.Text("office"),
                row.Text("role"),
                row.Day("from")
            );
            if (!AddStaffHandler.UserNameForm().IsMatch(post.UserName))
            {
                throw row.Wrong(
                    $"user name '{post.UserName}': 3 to 50 small letters without diacritics, digits, dots or dashes"
                );
            }

            if (!roles.Contains(post.Role))
            {
                throw row.Wrong($"role '{post.Role}' is not known; it is one of {string.Join(", ", roles)}");
            }

            if (!people.TryAdd(post.UserName, post) && !post.IsSamePersonAs(people[post.UserName]))
            {
                throw row.Wrong($"user name '{post.UserName}' stands with another name on an earlier line");
            }

            posts.Add(post);
        }

        return posts;
    }
}
