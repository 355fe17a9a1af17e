using System.Linq.Expressions;
using Plus.Kernel.Ids;

namespace Plus.Kernel.Storage;

/// <summary>Rows of some sections.</summary>
public static class SectionRows
{
    /// <summary>
    /// The rows whose section is among these. One section is asked for by itself: PostgreSQL then keeps the statement's
    /// plan, which for a list of unknown length it makes anew each time.
    /// </summary>
    public static IQueryable<T> OfSections<T>(
        this IQueryable<T> rows,
        IReadOnlyCollection<SectionId> sections,
        Expression<Func<T, SectionId>> section
    )
    {
        Expression among;
        if (sections.Count == 1)
        {
            var one = sections.First();
            Expression<Func<SectionId>> asked = () => one;
            among = Expression.Equal(section.Body, asked.Body);
        }
        else
        {
            Expression<Func<IEnumerable<SectionId>>> asked = () => sections;
            var contains = typeof(Enumerable)
                .GetMethods()
                .Single(m => m.Name == nameof(Enumerable.Contains) && m.GetParameters().Length == 2)
                .MakeGenericMethod(typeof(SectionId));
            among = Expression.Call(contains, asked.Body, section.Body);
        }

        return rows.Where(Expression.Lambda<Func<T, bool>>(among, section.Parameters));
    }
}
