// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/registerduplicates.h>

#include <QCryptographicHash>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

/// Text without the blanks and the full stops people add at the end.
QString bare(const QString &text)
{
    QString plain = text.simplified();
    while (!plain.isEmpty() &&
           (plain.endsWith(u'。') || plain.endsWith(u'.') || plain.endsWith(u' '))) {
        plain.chop(1);
    }
    return plain;
}

QByteArray digest(const QStringList &parts)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    for (const QString &part : parts) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return hash.result();
}

QString text(const QJsonObject &fields, const QString &field)
{
    return fields.value(field).toString();
}

/// The case file's lists hold the brief only; long enough to tell one complaint from another.
QString briefOf(const QJsonObject &fields)
{
    const QString brief = text(fields, u"contentBrief"_s);
    return brief.isEmpty() ? text(fields, u"content"_s).left(60).simplified() : brief;
}

QByteArray
knownKey(const QString &name, const QString &phone, Instant receivedAt, const QString &brief)
{
    return digest({name, phone, QString::number(receivedAt.utcMs()), brief});
}

} // namespace

Result<Done> RegisterDuplicates::loadDay(Day day)
{
    if (m_days.contains(day.number())) {
        return Done{};
    }
    m_days.insert(day.number());
    CaseFilter filter;
    filter.receivedFrom = Instant::fromLocal(day, 0);
    filter.receivedBefore = Instant::fromLocal(day.addDays(1), 0);
    filter.sort = CaseSort::Received;
    return eachRow(m_reader, filter, [this](const CaseRow &row) -> Result<Done> {
        m_known.insert(knownKey(row.complainantName, row.phone, row.receivedAt, row.contentBrief),
                       row.caseNo);
        // A register that the program wrote comes back under our own numbers.
        m_knownNumbers.insert(row.caseNo + u'\n' + row.complainantName, row.caseNo);
        if (!row.originalNo.isEmpty()) {
            m_knownNumbers.insert(row.originalNo + u'\n' + row.complainantName, row.caseNo);
        }
        return Done{};
    });
}

Result<std::optional<Repetition>> RegisterDuplicates::find(const QJsonObject &fields)
{
    const Instant receivedAt = Instant::fromUtcMs(fields.value(u"receivedAt"_s).toInteger());
    const QString name = text(fields, u"complainantName"_s);
    const QString phone = text(fields, u"phone"_s);
    const QString content = bare(text(fields, u"content"_s));
    const QString number = text(fields, u"originalNo"_s);
    const QString numberKey = number + u'\n' + name;
    if (!number.isEmpty() && m_numbers.contains(numberKey)) {
        return std::optional(Repetition{m_numbers.value(numberKey), false, true});
    }
    const QByteArray same = digest({name, phone, QString::number(receivedAt.utcMs()), content});
    if (!content.isEmpty() && m_same.contains(same)) {
        return std::optional(Repetition{m_same.value(same), false, true});
    }
    // A day that cannot be read is no day without complaints: everything would be taken twice.
    if (const auto read = loadDay(receivedAt.localDay()); !read) {
        return read.error();
    }
    if (!number.isEmpty() && m_knownNumbers.contains(numberKey)) {
        return std::optional(Repetition{m_knownNumbers.value(numberKey), true, true});
    }
    const QByteArray known = knownKey(name, phone, receivedAt, briefOf(fields));
    // A number of its own speaks for a complaint of its own.
    if (number.isEmpty() && m_known.contains(known)) {
        return std::optional(Repetition{m_known.value(known), true, true});
    }
    const QByteArray alike = digest({name, phone, content});
    if (!content.isEmpty() && m_alike.contains(alike)) {
        return std::optional(Repetition{m_alike.value(alike), false, false});
    }
    return std::optional<Repetition>();
}

void RegisterDuplicates::remember(const QJsonObject &fields, int record)
{
    const QString name = text(fields, u"complainantName"_s);
    const QString phone = text(fields, u"phone"_s);
    const QString content = bare(text(fields, u"content"_s));
    const QString number = text(fields, u"originalNo"_s);
    const QString own = QString::number(record);
    m_same.insert(
        digest({name, phone, QString::number(fields.value(u"receivedAt"_s).toInteger()), content}),
        own);
    const QByteArray alike = digest({name, phone, content});
    if (!m_alike.contains(alike)) {
        m_alike.insert(alike, own);
    }
    if (!number.isEmpty()) {
        m_numbers.insert(number + u'\n' + name, own);
    }
}

} // namespace huiyin
