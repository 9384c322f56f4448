// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/closedmonths.h>

#include <QJsonArray>
#include <QJsonDocument>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

/// Sparse: {"dimension": {"value": [place, count, place, count …]}}.
QJsonObject packed(const TallySums &sums)
{
    QJsonObject json;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it) {
        QJsonObject values;
        for (auto one = it->cbegin(); one != it->cend(); ++one) {
            QJsonArray counts;
            for (int place = 0; place < kCountCount; ++place) {
                if (const qint64 count = one->at(static_cast<size_t>(place)); count != 0) {
                    counts.append(place);
                    counts.append(count);
                }
            }
            values.insert(one.key(), counts);
        }
        json.insert(QString::number(static_cast<int>(it.key())), values);
    }
    return json;
}

TallySums unpacked(const QJsonObject &json)
{
    TallySums sums;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        auto &values = sums[static_cast<Dimension>(it.key().toInt())];
        const QJsonObject groups = it->toObject();
        for (auto one = groups.constBegin(); one != groups.constEnd(); ++one) {
            Counts counts{};
            const QJsonArray places = one->toArray();
            for (qsizetype i = 0; i + 1 < places.size(); i += 2) {
                const auto place = static_cast<size_t>(places.at(i).toInteger());
                if (place < counts.size()) {
                    counts[place] = places.at(i + 1).toInteger();
                }
            }
            values.insert(one.key(), counts);
        }
    }
    return sums;
}

/// A year of closings lies among the settings: packed they stay small.
QString squeezed(const QJsonObject &json)
{
    return QString::fromLatin1(
        qCompress(QJsonDocument(json).toJson(QJsonDocument::Compact), 9).toBase64());
}

QJsonObject spread(const QJsonValue &text)
{
    const QByteArray bytes = QByteArray::fromBase64(text.toString().toLatin1());
    return bytes.size() < 4 ? QJsonObject() : QJsonDocument::fromJson(qUncompress(bytes)).object();
}

QJsonObject packed(const QMap<QString, QStringList> &lists)
{
    QJsonObject json;
    for (auto it = lists.cbegin(); it != lists.cend(); ++it) {
        json.insert(it.key(), QJsonArray::fromStringList(*it));
    }
    return json;
}

QStringList texts(const QJsonValue &array)
{
    QStringList list;
    const QJsonArray items = array.toArray();
    for (const auto &item : items) {
        list.append(item.toString());
    }
    return list;
}

QMap<QString, QStringList> unpackedLists(const QJsonObject &json)
{
    QMap<QString, QStringList> lists;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        lists.insert(it.key(), texts(*it));
    }
    return lists;
}

QJsonArray packed(const QVector<ListChange> &changes)
{
    QJsonArray json;
    for (const ListChange &change : changes) {
        json.append(QJsonObject{{u"list"_s, change.list},
                                {u"month"_s, change.month},
                                {u"added"_s, QJsonArray::fromStringList(change.added)},
                                {u"removed"_s, QJsonArray::fromStringList(change.removed)}});
    }
    return json;
}

QVector<ListChange> unpackedChanges(const QJsonArray &json)
{
    QVector<ListChange> changes;
    for (const auto &item : json) {
        const QJsonObject change = item.toObject();
        changes.append({change.value(u"list"_s).toString(),
                        change.value(u"month"_s).toString(),
                        texts(change.value(u"added"_s)),
                        texts(change.value(u"removed"_s))});
    }
    return changes;
}

QJsonObject packed(const SoldUnits &sold)
{
    QJsonObject json;
    for (auto it = sold.cbegin(); it != sold.cend(); ++it) {
        QJsonObject products;
        for (auto one = it->cbegin(); one != it->cend(); ++one) {
            products.insert(one.key(), one.value());
        }
        json.insert(it.key(), products);
    }
    return json;
}

SoldUnits unpackedSold(const QJsonObject &json)
{
    SoldUnits sold;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        const QJsonObject products = it->toObject();
        for (auto one = products.constBegin(); one != products.constEnd(); ++one) {
            sold[it.key()].insert(one.key(), one->toInteger());
        }
    }
    return sold;
}

QJsonArray packed(const QVector<CaseCorrection> &corrections)
{
    QJsonArray json;
    for (const CaseCorrection &one : corrections) {
        json.append(QJsonObject{{u"case"_s, one.caseNo},
                                {u"fields"_s, QJsonArray::fromStringList(one.fields)}});
    }
    return json;
}

QVector<CaseCorrection> unpackedCorrections(const QJsonArray &json)
{
    QVector<CaseCorrection> corrections;
    for (const auto &item : json) {
        const QJsonObject one = item.toObject();
        corrections.append({one.value(u"case"_s).toString(), texts(one.value(u"fields"_s))});
    }
    return corrections;
}

} // namespace

QString ClosedMonth::toJson() const
{
    QJsonObject json{{u"by"_s, by},
                     {u"name"_s, byName},
                     {u"at"_s, at.utcMs()},
                     {u"sums"_s, squeezed(packed(sums))}};
    if (!before.isEmpty()) {
        json.insert(u"before"_s, squeezed(packed(before)));
    }
    if (!lists.isEmpty()) {
        QJsonObject known;
        for (auto it = heads.cbegin(); it != heads.cend(); ++it) {
            known.insert(it.key(), *it);
        }
        json.insert(u"lists"_s, squeezed(packed(lists)));
        json.insert(u"heads"_s, known);
        json.insert(u"late"_s, packed(late));
    }
    if (!corrected.isEmpty()) {
        json.insert(u"corrected"_s, packed(corrected));
    }
    if (sold) {
        json.insert(u"sold"_s, squeezed(packed(*sold)));
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<ClosedMonth> ClosedMonth::fromJson(const QString &month, const QString &json)
{
    const QJsonObject body = QJsonDocument::fromJson(json.toUtf8()).object();
    if (!body.contains(u"sums"_s)) {
        return std::nullopt;
    }
    ClosedMonth closing{month,
                        body.value(u"by"_s).toString(),
                        body.value(u"name"_s).toString(),
                        Instant::fromUtcMs(body.value(u"at"_s).toInteger()),
                        unpacked(spread(body.value(u"sums"_s))),
                        unpacked(spread(body.value(u"before"_s))),
                        unpackedLists(spread(body.value(u"lists"_s))),
                        {},
                        unpackedChanges(body.value(u"late"_s).toArray())};
    const QJsonObject known = body.value(u"heads"_s).toObject();
    for (auto it = known.constBegin(); it != known.constEnd(); ++it) {
        closing.heads.insert(it.key(), it->toInteger());
    }
    closing.corrected = unpackedCorrections(body.value(u"corrected"_s).toArray());
    if (body.contains(u"sold"_s)) {
        closing.sold = unpackedSold(spread(body.value(u"sold"_s)));
    }
    return closing;
}

} // namespace huiyin
