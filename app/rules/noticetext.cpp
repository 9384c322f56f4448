// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/noticetext.h>

#include <QHash>
#include <QRegularExpression>

namespace huiyin {

namespace {

constexpr QStringView kNumerals = u"〇一二三四五六七八九";

bool isNumeral(QChar c)
{
    return kNumerals.contains(c) || c == u'十' || c == u'○' || c == u'零' || c == u'O';
}

/// The plain sign of a character of the page, null for what is left out.
QChar plain(QChar c)
{
    const char16_t code = c.unicode();
    if (c.isSpace() || code == 0x200B || code == 0x200C || code == 0x200D || code == 0xFEFF ||
        code == 0xAD) {
        return {};
    }
    if (QStringView(u"“”\"„‟‘’'『』「」＂＇*#>").contains(c)) {
        return {};
    }
    if (code >= 0xFF01 && code <= 0xFF5E) {
        c = QChar(static_cast<char16_t>(code - 0xFEE0));
    }
    if (QStringView(u"—–―─~〜−-‐‑").contains(c)) {
        return u'-';
    }
    if (c == u'｡') {
        return u'。';
    }
    if (c == u'〔' || c == u'[' || c == u'【') {
        return u'〔';
    }
    if (c == u'〕' || c == u']' || c == u'】') {
        return u'〕';
    }
    return c;
}

/// Number of a run like 二十八 or 二〇〇六, −1 if it is none.
int numberOf(QStringView run)
{
    int sum = 0;
    int digit = -1;
    bool tens = false;
    for (const QChar c : run) {
        if (c == u'十') {
            if (tens) {
                return -1;
            }
            sum = (digit < 0 ? 1 : digit) * 10;
            digit = -1;
            tens = true;
            continue;
        }
        const int value =
            (c == u'○' || c == u'零' || c == u'O') ? 0 : static_cast<int>(kNumerals.indexOf(c));
        if (tens && digit >= 0) {
            return -1;
        }
        digit = tens ? value : (digit < 0 ? 0 : digit) * 10 + value;
        if (digit > 9999) {
            return -1;
        }
    }
    return sum + std::max(digit, 0);
}

/// Turns 二〇〇六年十二月, 共三天 into digits. 星期三, 初三 and 腊月二十八 stay as they are.
void useDigits(NoticeText &text)
{
    NoticeText out;
    for (qsizetype i = 0; i < text.words.size();) {
        qsizetype end = i;
        while (end < text.words.size() && isNumeral(text.words.at(end))) {
            ++end;
        }
        const QChar next = end < text.words.size() ? text.words.at(end) : QChar();
        const QChar before = i > 0 ? text.words.at(i - 1) : QChar();
        const bool counted =
            end > i && QStringView(u"年月日天").contains(next) && !next.isNull() &&
            (before.isNull() || !QStringView(u"期周拜初腊正农历").contains(before));
        const int number = counted ? numberOf(QStringView(text.words).mid(i, end - i)) : -1;
        if (number > 0) {
            const QString digits = QString::number(number);
            out.words += digits;
            out.lines.insert(out.lines.size(), digits.size(), text.lines.at(i));
            i = end;
            continue;
        }
        const qsizetype stop = std::max(end, i + 1);
        for (; i < stop; ++i) {
            out.words += text.words.at(i);
            out.lines.append(text.lines.at(i));
        }
    }
    text = out;
}

struct Title
{
    qsizetype from;
    qsizetype to;
    NoticeSection section;
};

/// Reads what stands between 关于 and 的通知.
bool readTitle(const QString &about, NoticeSection &section)
{
    static const QRegularExpression yearly(
        QStringLiteral("\\A(\\d{4})年(?:部分)?节假日(?:放假|调休)*(?:的)?(?:具体)?安排\\z"));
    static const QRegularExpression replace(QStringLiteral(
        "\\A调整(\\d{4})年(.+?)(?:放假|假期|调休)*(?:日期|时间)?(?:的)?(?:具体)?安排\\z"));
    static const QRegularExpression extend(
        QStringLiteral("\\A延长(\\d{4})年(.+?)假期(?:的)?(?:安排)?\\z"));
    static const QRegularExpression add(QStringLiteral(
        "\\A(?:(\\d{4})年)?(.+?)(?:调休放假|放假调休|放假|假期)(?:的)?(?:安排)?\\z"));
    const std::pair<const QRegularExpression *, NoticeKind> shapes[] = {
        {&yearly, NoticeKind::Yearly},
        {&replace, NoticeKind::Replace},
        {&extend, NoticeKind::Extend},
        {&add, NoticeKind::Add}};
    for (const auto &[shape, kind] : shapes) {
        const auto match = shape->match(about);
        if (match.hasMatch()) {
            section.kind = kind;
            section.year = match.captured(1).toInt();
            section.name = festivalName(match.captured(2));
            return true;
        }
    }
    return false;
}

QVector<Title> titlesOf(const QString &words)
{
    static const QRegularExpression shape(
        QStringLiteral("(国务院(?:办公厅)?)?关于([^。,;:《》]{2,60}?)的通知"));
    QVector<Title> titles;
    auto matches = shape.globalMatch(words);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const bool quoted =
            match.capturedEnd() < words.size() && words.at(match.capturedEnd()) == u'》';
        Title title{match.capturedStart(), match.capturedEnd(), {}};
        title.section.title = match.captured();
        if (!quoted && readTitle(match.captured(2), title.section)) {
            titles.append(title);
        }
    }
    return titles;
}

void appendSentences(const QString &words,
                     qsizetype from,
                     qsizetype to,
                     QVector<NoticePiece> &sentences)
{
    qsizetype start = from;
    for (qsizetype i = from; i <= to; ++i) {
        // 各直属机构: and 特作如下调休: end the address and the introduction as a full stop does.
        const QStringView sofar = QStringView(words).mid(start, i - start);
        const bool introduced = i < to && words.at(i) == u':' &&
                                (sofar.right(10).contains(u"如下") || sofar.endsWith(u"机构"));
        if (i == to || introduced || words.at(i) == u'。' || words.at(i) == u'!') {
            if (i > start) {
                sentences.append({words.mid(start, i - start), start});
            }
            start = i + 1;
        }
    }
}

/// Cuts the body of a section into its items.
void readItems(const QString &words, qsizetype from, qsizetype to, NoticeSection &section)
{
    static const QString festival =
        QStringLiteral("(?:五一国际劳动节|国际劳动节|劳动节|元旦|春节|清明节|清明|端午节|端午|"
                       "中秋节|中秋|国庆节|国庆|五一|十一)");
    static const QRegularExpression head(
        QStringLiteral(
            "\\(?[一二三四五六七八九十]{1,3}(?:\\)、?|[、.])([^。,;:()\\d]{1,40}):"
            "|(?:(?<=[。;:])|(?<![^。;:]))\\(?\\d{1,2}(?:\\)|[、.])(?!\\d)([^。,;:()\\d]{1,40}):"
            "|(?:(?<=[。;:])|(?<![^。;:]))(%1(?:[、和]%1)*):")
            .arg(festival));
    NoticeItem item;
    qsizetype start = from;
    auto matches = head.globalMatch(words, from);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedStart() >= to) {
            break;
        }
        appendSentences(words, start, match.capturedStart(), item.sentences);
        section.items.append(item);
        item = {};
        for (int group = 1; group <= 3; ++group) {
            item.name += match.captured(group);
        }
        item.name = festivalName(item.name);
        start = match.capturedEnd();
    }
    appendSentences(words, start, to, item.sentences);
    section.items.append(item);
}

int yearWithin(QStringView words)
{
    static const QRegularExpression shape(QStringLiteral("(?<!\\d)(\\d{4})年|〔(\\d{4})〕"));
    const auto match = shape.match(words.toString());
    return (match.captured(1) + match.captured(2)).left(4).toInt();
}

} // namespace

NoticeText NoticeText::of(const QString &pasted)
{
    NoticeText text;
    int line = 1;
    for (const QChar c : pasted) {
        if (c == u'\n') {
            ++line;
        }
        const QChar sign = plain(c);
        if (!sign.isNull()) {
            text.words += sign;
            text.lines.append(line);
        }
    }
    useDigits(text);
    // 放假三日 counts days as 放假三天 does; elsewhere 3日 is a date.
    static const QRegularExpression count(
        QStringLiteral("(?:共|放假|休息)\\d{1,2}(日)(?![\\-至到、(])"));
    auto matches = count.globalMatch(text.words);
    while (matches.hasNext()) {
        text.words[matches.next().capturedStart(1)] = u'天';
    }
    return text;
}

int NoticeText::lineAt(qsizetype position) const
{
    return position >= 0 && position < lines.size() ? lines.at(position)
                                                    : (lines.isEmpty() ? 1 : lines.constLast());
}

QString festivalName(QString printed)
{
    static const QHash<QString, QString> names = {
        {QStringLiteral("五一"), QStringLiteral("劳动节")},
        {QStringLiteral("五一国际劳动节"), QStringLiteral("劳动节")},
        {QStringLiteral("五一劳动节"), QStringLiteral("劳动节")},
        {QStringLiteral("国际劳动节"), QStringLiteral("劳动节")},
        {QStringLiteral("十一"), QStringLiteral("国庆节")},
        {QStringLiteral("十一国庆节"), QStringLiteral("国庆节")},
        {QStringLiteral("国庆"), QStringLiteral("国庆节")},
        {QStringLiteral("清明"), QStringLiteral("清明节")},
        {QStringLiteral("端午"), QStringLiteral("端午节")},
        {QStringLiteral("中秋"), QStringLiteral("中秋节")},
    };
    static const QRegularExpression both(QStringLiteral("(?<=[节旦一])[和与及](?=[一-龥])"));
    printed.replace(both, QStringLiteral("、"));
    QStringList parts = printed.split(u'、', Qt::SkipEmptyParts);
    for (auto &part : parts) {
        part = names.value(part, part);
    }
    return parts.join(u'、');
}

QVector<NoticeSection> noticeSections(const NoticeText &text)
{
    const QString &words = text.words;
    QVector<Title> titles = titlesOf(words);
    // A page repeats its title (tab, path, table of metadata): the last of equal neighbours is the
    // notice's own.
    for (qsizetype i = titles.size() - 1; i > 0; --i) {
        if (titles.at(i).section.title == titles.at(i - 1).section.title) {
            titles.removeAt(i - 1);
        }
    }
    if (titles.isEmpty()) {
        titles.append(Title{0, 0, {}});
    }
    static const QRegularExpression number(QStringLiteral("国(?:办)?发(?:明电)?〔\\d{4}〕\\d+号"));
    QVector<NoticeSection> sections;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        NoticeSection section = titles.at(i).section;
        const qsizetype to = i + 1 < titles.size() ? titles.at(i + 1).from : words.size();
        const QString body = words.mid(titles.at(i).to, to - titles.at(i).to);
        if (section.year == 0) {
            section.year = yearWithin(body);
        }
        if (i == 0) {
            NoticeItem before;
            before.page = true;
            appendSentences(words, 0, titles.at(i).from, before.sentences);
            section.items.append(before);
        }
        readItems(words, titles.at(i).to, to, section);
        const QString printed = number.match(i == 0 ? words.left(to) : body).captured();
        if (!printed.isEmpty() && !section.title.isEmpty()) {
            section.title += QStringLiteral("（%1）").arg(printed);
        }
        sections.append(section);
    }
    return sections;
}

QVector<NoticePiece> noticeClauses(const NoticePiece &sentence)
{
    QVector<NoticePiece> clauses;
    int depth = 0;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= sentence.text.size(); ++i) {
        const QChar c = i < sentence.text.size() ? sentence.text.at(i) : QChar(u',');
        depth += c == u'(' ? 1 : (c == u')' && depth > 0 ? -1 : 0);
        const bool end = i == sentence.text.size() || (depth == 0 && (c == u',' || c == u';'));
        if (end) {
            if (i > start) {
                clauses.append({sentence.text.mid(start, i - start), sentence.from + start});
            }
            start = i + 1;
        }
    }
    return clauses;
}

} // namespace huiyin
