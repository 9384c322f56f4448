// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <models/caselistmodel.h>

#include <QPointer>
#include <QSet>

#include <algorithm>

namespace huiyin {

namespace {

constexpr int kPage = 128;
constexpr int kFirstPage = 200;
constexpr int kKept = 64 * kPage;

/// Whether the rows are gathered from the spans of a period: no index gives their order, so the
/// first page costs as much as all of them.
bool isOfPeriod(const CaseFilter &f)
{
    return f.receivedFrom || f.receivedBefore || f.closedFrom || f.closedBefore ||
           f.closingOnTime || f.closedAs || f.openAt || f.overdueThen;
}

} // namespace

CaseListModel::CaseListModel(const CaseReader &reader, UiGround ground, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
    , m_ground(std::move(ground))
    , m_rows(kKept)
    , m_now(m_ground.clock())
{
    m_pool.setMaxThreadCount(1);
}

CaseListModel::~CaseListModel()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void CaseListModel::setFilter(const CaseFilter &filter)
{
    ++m_generation;
    m_now = m_ground.clock();
    const bool later = isOfPeriod(filter);
    const Result<CasePage> page =
        later ? Result<CasePage>(CasePage()) : m_reader.page(filter, {}, kFirstPage);
    beginResetModel();
    m_filter = filter;
    m_fixed = false;
    m_keys.clear();
    m_rows.clear();
    m_keyOf.clear();
    if (page) {
        keep(page->rows);
        for (const CaseRow &row : page->rows) {
            m_keys.append(row.key);
        }
    }
    endResetModel();
    if (!page) {
        m_loading = false;
        emit failed(page.error());
        return;
    }
    if (later) {
        loadKeys(false);
        return;
    }
    if (page->next.isEmpty()) {
        m_loading = false;
        emit counted(int(m_keys.size()));
        return;
    }
    loadKeys(true);
}

void CaseListModel::setRows(const QVector<CaseRow> &rows)
{
    ++m_generation;
    m_now = m_ground.clock();
    beginResetModel();
    m_fixed = true;
    m_loading = false;
    m_rows.clear();
    m_rows.setMaxCost(std::max<qsizetype>(kKept, rows.size()));
    m_keyOf.clear();
    m_keys.clear();
    keep(rows);
    for (const CaseRow &row : rows) {
        m_keys.append(row.key);
    }
    endResetModel();
    emit counted(int(m_keys.size()));
}

void CaseListModel::stop()
{
    ++m_generation;
    m_loading = false;
}

void CaseListModel::reload()
{
    m_now = m_ground.clock();
    if (m_fixed) {
        m_rows.clear();
        if (!m_keys.isEmpty()) {
            emit dataChanged(index(0, 0), index(int(m_keys.size()) - 1, ColumnCount - 1));
        }
        return;
    }
    loadKeys(false);
}

void CaseListModel::loadKeys(bool afterFirstPage)
{
    const int generation = ++m_generation;
    m_loading = true;
    // The model waits for its pool before it goes, so the reader and `this` outlive the job.
    m_pool.start([this, generation, afterFirstPage, filter = m_filter] {
        Result<QVector<qint64>> keys = QVector<qint64>{};
        if (auto reader = m_reader.another()) {
            keys = (*reader)->keys(filter);
        } else {
            keys = reader.error();
        }
        QMetaObject::invokeMethod(
            this,
            [this, generation, afterFirstPage, keys = std::move(keys)] {
                if (generation != m_generation) {
                    return;
                }
                m_loading = false;
                if (!keys) {
                    emit failed(keys.error());
                    return;
                }
                applyKeys(*keys, afterFirstPage);
                emit counted(int(m_keys.size()));
            },
            Qt::QueuedConnection);
    });
}

void CaseListModel::applyKeys(const QVector<qint64> &keys, bool afterFirstPage)
{
    const auto seen = [this] {
        if (!m_keys.isEmpty()) {
            emit dataChanged(index(0, 0), index(int(m_keys.size()) - 1, ColumnCount - 1));
        }
    };
    if (keys == m_keys) {
        m_rows.clear();
        seen();
        return;
    }
    // The first page was the beginning of the same list: the rest is appended.
    if (afterFirstPage && keys.size() > m_keys.size() &&
        std::equal(m_keys.cbegin(), m_keys.cend(), keys.cbegin())) {
        beginInsertRows({}, int(m_keys.size()), int(keys.size()) - 1);
        m_keys = keys;
        endInsertRows();
        return;
    }
    m_rows.clear();
    const QSet<qint64> wanted(keys.cbegin(), keys.cend());
    for (int last = int(m_keys.size()) - 1; last >= 0; --last) {
        if (wanted.contains(m_keys[last])) {
            continue;
        }
        int first = last;
        while (first > 0 && !wanted.contains(m_keys[first - 1])) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_keys.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
    const QSet<qint64> present(m_keys.cbegin(), m_keys.cend());
    QVector<qint64> stayed;
    stayed.reserve(m_keys.size());
    for (const qint64 key : keys) {
        if (present.contains(key)) {
            stayed.append(key);
        }
    }
    if (stayed != m_keys) {
        emit layoutAboutToBeChanged();
        QHash<qint64, int> place;
        for (int i = 0; i < stayed.size(); ++i) {
            place.insert(stayed[i], i);
        }
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &old : before) {
            after.append(index(place.value(m_keys[old.row()]), old.column()));
        }
        m_keys = stayed;
        changePersistentIndexList(before, after);
        emit layoutChanged();
    }
    for (int i = 0; i < keys.size(); ++i) {
        if (i < m_keys.size() && m_keys[i] == keys[i]) {
            continue;
        }
        int last = i;
        while (last + 1 < keys.size() && !present.contains(keys[last + 1])) {
            ++last;
        }
        beginInsertRows({}, i, last);
        for (int added = i; added <= last; ++added) {
            m_keys.insert(added, keys[added]);
        }
        endInsertRows();
        i = last;
    }
    seen();
}

void CaseListModel::refresh(const CaseId &id)
{
    const int at = rowOf(id);
    if (at < 0) {
        return;
    }
    m_rows.remove(m_keys[at]);
    m_now = m_ground.clock();
    emit dataChanged(index(at, 0), index(at, ColumnCount - 1));
}

void CaseListModel::tick()
{
    m_now = m_ground.clock();
    if (!m_keys.isEmpty()) {
        emit dataChanged(index(0, DeadlineColumn), index(int(m_keys.size()) - 1, DeadlineColumn));
    }
}

void CaseListModel::setGround(UiGround ground)
{
    m_ground = std::move(ground);
    tick();
}

void CaseListModel::setPhonesShown(bool shown)
{
    m_phonesShown = shown;
    if (!m_keys.isEmpty()) {
        emit dataChanged(index(0, Phone), index(int(m_keys.size()) - 1, Phone));
    }
}

void CaseListModel::keep(const QVector<CaseRow> &rows) const
{
    for (const CaseRow &row : rows) {
        m_keyOf.insert(row.id, row.key);
        m_rows.insert(row.key, new CaseRow(row));
    }
}

const CaseRow *CaseListModel::rowAt(int row) const
{
    if (row < 0 || row >= m_keys.size()) {
        return nullptr;
    }
    const qint64 key = m_keys[row];
    if (const CaseRow *found = m_rows.object(key)) {
        return found;
    }
    const int first = row / kPage * kPage;
    const auto rows = m_reader.rows(m_keys.mid(first, kPage));
    if (rows) {
        keep(*rows);
    }
    return m_rows.object(key);
}

std::optional<CaseRow> CaseListModel::row(int row) const
{
    const CaseRow *found = rowAt(row);
    return found ? std::optional(*found) : std::nullopt;
}

int CaseListModel::rowOf(const CaseId &id) const
{
    const auto key = m_keyOf.constFind(id);
    return key == m_keyOf.constEnd() ? -1 : int(m_keys.indexOf(*key));
}

DeadlineState CaseListModel::deadlineState(int row) const
{
    const CaseRow *found = rowAt(row);
    return found ? DeadlineState::of(*found, m_ground.calendar, m_ground.hours, m_now)
                 : DeadlineState{};
}

int CaseListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

int CaseListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString CaseListModel::cellText(const CaseRow &row, int column) const
{
    const auto dayOf = [](const std::optional<Instant> &at) {
        return at ? at->toLocalText().left(16).replace(u'T', u' ') : QString();
    };
    switch (column) {
    case Number:
        return row.caseNo;
    case Complainant:
        return row.complainantName;
    case Phone:
        return m_phonesShown ? row.phone : maskedPhone(row.phone);
    case ComplaintKind:
        return choiceLabel(m_ground, QStringLiteral("kind"), row.kind);
    case Category:
        return row.subcategory.isEmpty() ? row.category
                                         : row.category + QStringLiteral(" / ") + row.subcategory;
    case Content:
        return row.title.isEmpty() ? row.contentBrief.simplified() : row.title;
    case Department:
        return row.assignedDept.isEmpty() ? row.respondentDept : row.assignedDept;
    case Handler:
        return row.handler;
    case Severity:
        return choiceLabel(m_ground, QStringLiteral("severity"), row.severity);
    case StageColumn:
        return stageLabel(m_ground, row.stage, row.pack);
    case Received:
        return dayOf(row.receivedAt);
    case Channel:
        return choiceLabel(m_ground, QStringLiteral("channel"), row.channel);
    case Closed:
        return dayOf(row.closedAt);
    case Satisfaction:
        return choiceLabel(m_ground, QStringLiteral("satisfaction"), row.satisfaction);
    case ResultColumn:
        return row.resultBrief.simplified();
    default:
        return {};
    }
}

QVariant CaseListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role == CaseKeyRole) {
        return m_keys[index.row()];
    }
    const CaseRow *row = rowAt(index.row());
    if (!row) {
        return {};
    }
    const bool deadline = index.column() == DeadlineColumn;
    switch (role) {
    case Qt::DisplayRole:
        return deadline ? deadlineState(index.row()).text : cellText(*row, index.column());
    case Qt::ToolTipRole:
        return deadline                    ? QVariant(deadlineState(index.row()).spoken)
               : index.column() == Content ? QVariant(row->contentBrief)
                                           : QVariant();
    case Qt::AccessibleTextRole:
        return deadline ? deadlineState(index.row()).spoken : cellText(*row, index.column());
    case DeadlineRole:
        return QVariant::fromValue(deadlineState(index.row()));
    case SortTextRole:
        return deadline ? QVariant(row->due ? row->due->utcMs() : 0)
                        : QVariant(cellText(*row, index.column()));
    default:
        return {};
    }
}

QVariant CaseListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return orientation == Qt::Vertical && role == Qt::DisplayRole ? QVariant(section + 1)
                                                                      : QVariant();
    }
    switch (section) {
    case Number:
        return tr("Case no.");
    case Complainant:
        return tr("Complainant");
    case Phone:
        return tr("Phone");
    case ComplaintKind:
        return tr("Kind");
    case Category:
        return tr("Category");
    case Content:
        return tr("Details");
    case DeadlineColumn:
        return tr("Deadline");
    case Department:
        return tr("Responsible dept.");
    case Handler:
        return tr("Handler");
    case Severity:
        return tr("Severity");
    case StageColumn:
        return tr("Stage");
    case Received:
        return tr("Accepted at");
    case Channel:
        return tr("Channel");
    case Closed:
        return tr("Closed at");
    case Satisfaction:
        return tr("Satisfaction");
    case ResultColumn:
        return tr("Outcome");
    default:
        return {};
    }
}

void CaseListModel::sort(int column, Qt::SortOrder order)
{
    CaseFilter filter = m_filter;
    switch (column) {
    case DeadlineColumn:
        filter.sort = CaseSort::Due;
        break;
    case Received:
        filter.sort = CaseSort::Received;
        break;
    case Number:
        filter.sort = CaseSort::Number;
        break;
    default:
        return;
    }
    if (m_fixed) {
        return;
    }
    filter.descending = order == Qt::DescendingOrder;
    setFilter(filter);
}

} // namespace huiyin
