// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/registerrow.h>
#include <rules/clocks.h>
#include <rules/fieldinput.h>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;
using Kind = WrittenDate::Kind;

constexpr qsizetype kMostText = 20'000; ///< characters of one imported text
constexpr qint64 kLongestCaseDays =
    366; ///< a guessed year or month must make a case no longer than this

Finding
doubt(const FieldCatalogue &catalogue, const QString &code, const QString &field, Args args = {})
{
    return {code, Severity::Warning, field, fieldArgs(catalogue, field, std::move(args))};
}

Finding
refusal(const FieldCatalogue &catalogue, const QString &code, const QString &field, Args args = {})
{
    return {code, Severity::Refusal, field, fieldArgs(catalogue, field, std::move(args))};
}

bool isDate(const FieldDef &field)
{
    return field.type == FieldType::Date || field.type == FieldType::DateTime;
}

bool isHan(QChar c) { return c.script() == QChar::Script_Han; }

/// 江 凤杰 is 江凤杰: blanks between Han characters are typing habits.
QString joinedName(const QString &text)
{
    QString name;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isSpace() && i > 0 && i + 1 < text.size() && isHan(text.at(i - 1)) &&
            isHan(text.at(i + 1))) {
            continue;
        }
        name.append(c);
    }
    return name;
}

bool saysNone(const QString &text)
{
    static const QStringList words = {u"无"_s,
                                      u"不详"_s,
                                      u"没有"_s,
                                      u"未留"_s,
                                      u"未提供"_s,
                                      u"未知"_s,
                                      u"保密"_s,
                                      u"不愿透露"_s,
                                      u"匿名"_s,
                                      u"/"_s,
                                      u"N/A"_s,
                                      u"n/a"_s,
                                      u"空"_s};
    return words.contains(text) || std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return c == u'-' || c == u'—' || c == u'－' || c == u'_' || c == u'、' ||
                      c == u'?' || c == u'？';
           });
}

/// 1.63879E+10; gives the whole number where no digit is lost.
bool isScientific(const QString &text, QString &whole)
{
    const qsizetype e = text.indexOf(u'E', 0, Qt::CaseInsensitive);
    if (e <= 0) {
        return false;
    }
    bool exponentOk = false;
    const int exponent = QStringView(text).mid(e + 1).toInt(&exponentOk);
    const QString mantissa = text.left(e);
    bool mantissaOk = false;
    static_cast<void>(mantissa.toDouble(&mantissaOk));
    if (!exponentOk || !mantissaOk || exponent < 0 || exponent > 20) {
        return false;
    }
    const qsizetype point = mantissa.indexOf(u'.');
    const qsizetype places = point < 0 ? 0 : mantissa.size() - point - 1;
    if (places == exponent) {
        whole = QString(mantissa).remove(u'.');
    }
    return true;
}

} // namespace

struct RegisterRowReader::Dates
{
    QHash<QString, WrittenDate> read;
};

RegisterRowReader::RegisterRowReader(const FieldCatalogue &catalogue,
                                     const RegisterColumns &columns)
    : m_catalogue(catalogue)
    , m_columns(columns)
{
}

RegisterRow RegisterRowReader::read(const QStringList &cells)
{
    RegisterRow row;
    m_notes.clear();
    m_status.clear();
    row.fields.insert(u"kind"_s, u"Complaint"_s);
    readDates(cells, row);
    for (qsizetype i = 0; i < cells.size() && i < m_columns.fields.size(); ++i) {
        const FieldDef *field = m_columns.fields.at(i);
        if (field == nullptr) {
            const QString text = normalizedText(cells.at(i), false);
            if (!text.isEmpty() && !m_columns.heads.at(i).isEmpty()) {
                m_notes.append(m_columns.heads.at(i) + u'：' + text);
            }
        } else if (!isDate(*field)) {
            readCell(*field, cells.at(i), row);
        }
    }
    settleStage(row);
    settleRemark(row);
    if (m_columns.has(u"complainantName") && !hasValue(row.fields, u"complainantName"_s)) {
        row.findings.append(doubt(m_catalogue, u"import.name.missing"_s, u"complainantName"_s));
    }
    if (m_columns.has(u"content") && !hasValue(row.fields, u"content"_s)) {
        row.findings.append(doubt(m_catalogue, u"import.content.missing"_s, u"content"_s));
    }
    return row;
}

void RegisterRowReader::readDates(const QStringList &cells, RegisterRow &row)
{
    Dates dates;
    for (qsizetype i = 0; i < cells.size() && i < m_columns.fields.size(); ++i) {
        const FieldDef *field = m_columns.fields.at(i);
        if (field == nullptr || !isDate(*field)) {
            continue;
        }
        WrittenDate date = readWrittenDate(cells.at(i));
        const Args args = {{u"text"_s, cells.at(i).trimmed().left(40)}};
        if (field->id == u"receivedAt") {
            dates.read.insert(field->id, date);
            continue; // settled last, the others help to guess
        }
        switch (date.kind) {
        case Kind::Empty:
            continue;
        case Kind::Impossible:
            row.findings.append(refusal(m_catalogue, u"import.date.impossible"_s, field->id, args));
            continue;
        case Kind::Unreadable:
        case Kind::Ambiguous:
        case Kind::NoYear:
            row.findings.append(doubt(m_catalogue, u"import.date.ignored"_s, field->id, args));
            note(*field, cells.at(i));
            continue;
        case Kind::Guessed:
            row.findings.append(
                doubt(m_catalogue,
                      u"import.date.guessed"_s,
                      field->id,
                      {{u"text"_s, args.value(u"text"_s)}, {u"day"_s, date.day->toString()}}));
            break;
        case Kind::Certain:
            break;
        }
        dates.read.insert(field->id, date);
    }
    WrittenDate received = dates.read.value(u"receivedAt"_s);
    const qsizetype column = m_columns.fields.indexOf(m_catalogue.field(u"receivedAt"));
    const QString written =
        column >= 0 && column < cells.size() ? cells.at(column).trimmed().left(40) : QString();
    settleReceipt(received, dates, row);
    const Args args = {{u"text"_s, written},
                       {u"day"_s, received.day ? received.day->toString() : QString()}};
    switch (received.kind) {
    case Kind::Empty:
        row.findings.append(refusal(m_catalogue, u"import.date.missing"_s, u"receivedAt"_s));
        return;
    case Kind::Impossible:
        row.findings.append(
            refusal(m_catalogue, u"import.date.impossible"_s, u"receivedAt"_s, args));
        return;
    case Kind::Unreadable:
        row.findings.append(
            refusal(m_catalogue, u"import.date.unreadable"_s, u"receivedAt"_s, args));
        return;
    case Kind::Ambiguous:
        row.findings.append(
            refusal(m_catalogue, u"import.date.ambiguous"_s, u"receivedAt"_s, args));
        return;
    case Kind::NoYear:
        row.findings.append(refusal(m_catalogue, u"import.date.noYear"_s, u"receivedAt"_s, args));
        return;
    case Kind::Guessed:
        row.findings.append(doubt(m_catalogue, u"import.date.guessed"_s, u"receivedAt"_s, args));
        break;
    case Kind::Certain:
        break;
    }
    const Instant receivedAt = received.instant();
    row.fields.insert(u"receivedAt"_s, receivedAt.utcMs());
    for (auto it = dates.read.cbegin(); it != dates.read.cend(); ++it) {
        if (it.key() == u"receivedAt" || !it->known()) {
            continue;
        }
        const FieldDef *field = m_catalogue.field(it.key());
        if (field->type == FieldType::Date) {
            row.fields.insert(it.key(), it->day->toString());
            continue;
        }
        Instant at = it->instant();
        // Only the day is written: on the day of receipt that is not before the receipt.
        if (!it->hasTime && at < receivedAt && *it->day == received.day) {
            at = receivedAt;
        }
        row.fields.insert(it.key(), at.utcMs());
    }
}

/// A receipt without a year, or with month and day in doubt, is settled by the closing or the due
/// date of the same row.
void RegisterRowReader::settleReceipt(WrittenDate &received,
                                      const Dates &dates,
                                      RegisterRow &) const
{
    if (received.kind != Kind::NoYear && received.kind != Kind::Ambiguous) {
        return;
    }
    for (const auto &field : {u"closedAt"_s, u"replyAt"_s, u"dueStated"_s}) {
        const WrittenDate other = dates.read.value(field);
        if (!other.known()) {
            continue;
        }
        QVector<Day> readings = received.readings;
        if (received.kind == Kind::NoYear) {
            for (const int year : {other.day->year() - 1, other.day->year()}) {
                if (const auto day = Day::of(year, received.month, received.dayOfMonth)) {
                    readings.append(*day);
                }
            }
        }
        QVector<Day> possible;
        std::copy_if(
            readings.cbegin(), readings.cend(), std::back_inserter(possible), [&](Day day) {
                return day <= *other.day && *other.day - day < kLongestCaseDays;
            });
        if (possible.size() == 1) {
            received.day = possible.first();
            received.kind = Kind::Guessed;
            return;
        }
    }
}

void RegisterRowReader::readCell(const FieldDef &field, const QString &cell, RegisterRow &row)
{
    if (field.id == u"status") {
        m_status = normalizedText(halfWidth(cell), false);
        return;
    }
    switch (field.type) {
    case FieldType::Phone:
        readPhone(field, cell, row);
        return;
    case FieldType::Enum:
    case FieldType::Multi:
        readChoice(field, cell, row);
        return;
    case FieldType::Text:
    case FieldType::Memo:
    case FieldType::Dept:
    case FieldType::Person:
    case FieldType::Ref:
        readText(field, cell, row);
        return;
    default:
        break;
    }
    if (cell.trimmed().isEmpty()) {
        return;
    }
    const ValueReading value = readValue(m_catalogue, field, cell);
    if (refuses(value.findings)) {
        row.findings.append(doubt(m_catalogue,
                                  u"import.value.unreadable"_s,
                                  field.id,
                                  {{u"text"_s, cell.trimmed().left(40)}}));
        note(field, cell);
    } else if (!value.value.isNull()) {
        row.fields.insert(field.id, value.value);
    }
}

void RegisterRowReader::readPhone(const FieldDef &field,
                                  const QString &cell,
                                  RegisterRow &row) const
{
    const QString text = normalizedText(halfWidth(cell), false);
    if (text.isEmpty()) {
        row.findings.append(doubt(m_catalogue, u"import.phone.missing"_s, field.id));
        return;
    }
    if (saysNone(text)) {
        row.findings.append(
            doubt(m_catalogue, u"import.phone.none"_s, field.id, {{u"text"_s, text}}));
        return;
    }
    QString whole;
    if (isScientific(text, whole)) {
        if (whole.isEmpty()) {
            row.fields.insert(field.id, text);
            row.findings.append(
                doubt(m_catalogue, u"import.phone.scientific"_s, field.id, {{u"text"_s, text}}));
            return;
        }
        row.fields.insert(field.id, whole);
        row.findings += phoneFindings(whole, field.id);
        return;
    }
    const QString phone = normalizedPhone(text);
    row.fields.insert(field.id, phone);
    row.findings += phoneFindings(phone, field.id);
}

void RegisterRowReader::readText(const FieldDef &field, const QString &cell, RegisterRow &row) const
{
    QString text = normalizedText(cell, field.type == FieldType::Memo);
    if (text.isEmpty()) {
        return;
    }
    if (field.id == u"complainantName") {
        text = joinedName(text);
    }
    if (text.contains(QChar::ReplacementCharacter)) {
        row.findings.append(doubt(m_catalogue, u"import.row.badCharacter"_s, field.id));
    }
    const Args args = {{u"count"_s, QString::number(text.size())}};
    if (text.size() > kMostText) {
        Args most = args;
        most.insert(u"max"_s, QString::number(kMostText));
        row.findings.append(refusal(m_catalogue, u"import.text.cut"_s, field.id, most));
        return;
    }
    if (field.max > 0 && text.size() > field.max) {
        Args most = args;
        most.insert(u"max"_s, QString::number(field.max));
        row.findings.append(doubt(m_catalogue, u"import.text.long"_s, field.id, most));
    }
    row.fields.insert(field.id, text);
}

void RegisterRowReader::readChoice(const FieldDef &field, const QString &cell, RegisterRow &row)
{
    const QString text = normalizedText(halfWidth(cell), false);
    if (text.isEmpty()) {
        return;
    }
    const CodeList *list = m_catalogue.codeList(field.choices);
    if (field.type == FieldType::Multi || list == nullptr) {
        const ValueReading value = readValue(m_catalogue, field, text);
        if (refuses(value.findings)) {
            row.findings.append(doubt(
                m_catalogue, u"import.choice.unknown"_s, field.id, {{u"text"_s, text.left(40)}}));
            note(field, text);
        } else {
            row.fields.insert(field.id, value.value);
        }
        return;
    }
    auto &known = m_choices[&field];
    auto it = known.constFind(text);
    if (it == known.cend()) {
        const Choice *choice = list->byWord(text);
        it = known.insert(text, choice == nullptr ? QString() : choice->id);
    }
    if (it->isEmpty()) {
        row.findings.append(
            doubt(m_catalogue, u"import.choice.unknown"_s, field.id, {{u"text"_s, text.left(40)}}));
        note(field, text);
        return;
    }
    row.fields.insert(field.id, *it);
    if (field.id == u"severity" && text == u"特急") {
        row.fields.insert(u"urgency"_s, u"Critical"_s);
    }
}

void RegisterRowReader::settleStage(RegisterRow &row) const
{
    if (refuses(row.findings)) {
        return; // a row that is not taken has no stage to be in doubt about
    }
    const bool closed = hasValue(row.fields, u"closedAt"_s);
    const FieldDef *field = m_catalogue.field(u"status");
    const CodeList *list = field == nullptr ? nullptr : m_catalogue.codeList(field->choices);
    if (m_status.isEmpty()) {
        row.stage = closed ? Stage::Closed : Stage::New;
        return;
    }
    const Choice *choice = list == nullptr ? nullptr : list->byWord(m_status);
    const auto stage = choice == nullptr ? std::nullopt : stageOf(choice->id);
    const QString closedDay =
        closed
            ? Instant::fromUtcMs(row.fields.value(u"closedAt"_s).toInteger()).localDay().toString()
            : QString();
    if (!stage) {
        row.stage = closed ? Stage::Closed : Stage::Handling;
        const QString word = list == nullptr || list->byId(stageId(*row.stage)) == nullptr
                                 ? stageId(*row.stage)
                                 : list->byId(stageId(*row.stage))->zh;
        row.findings.append(doubt(m_catalogue,
                                  u"import.status.guessed"_s,
                                  u"status"_s,
                                  {{u"text"_s, m_status.left(40)}, {u"stage"_s, word}}));
    } else if (closed && !isClosing(*stage)) {
        row.stage = Stage::Closed;
        row.findings.append(doubt(m_catalogue,
                                  u"import.status.conflict"_s,
                                  u"status"_s,
                                  {{u"text"_s, m_status.left(40)}, {u"closed"_s, closedDay}}));
    } else if (!closed && isClosing(*stage)) {
        row.stage = Stage::Handling;
        row.findings.append(doubt(m_catalogue,
                                  u"import.closed.noDate"_s,
                                  u"closedAt"_s,
                                  {{u"text"_s, m_status.left(40)}}));
    } else {
        row.stage = stage;
    }
}

void RegisterRowReader::note(const FieldDef &field, const QString &text)
{
    m_notes.append(field.zh + u'：' + normalizedText(text, false));
}

void RegisterRowReader::settleRemark(RegisterRow &row) const
{
    if (m_notes.isEmpty()) {
        return;
    }
    const QString present = row.fields.value(u"remark"_s).toString();
    row.fields.insert(u"remark"_s,
                      (present.isEmpty() ? QString() : present + u'；') + m_notes.join(u'；'));
}

} // namespace huiyin
