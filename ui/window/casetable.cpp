// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/guardedcell.h>
#include <forms/deadlinechip.h>
#include <forms/followselection.h>
#include <forms/theme.h>
#include <models/initials.h>
#include <report/writers.h>
#include <window/casetable.h>
#include <window/columnfit.h>

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

namespace huiyin {

namespace {

constexpr qint64 kTypingPauseMs = 1200;
constexpr int kTypeToFindRows = 2000;

/// Widths in Han characters: what each column needs to be read at the usual size. The content has
/// what is left over besides.
constexpr double kWidths[CaseListModel::ColumnCount] = {
    10.5, 4.5, 7, 4, 6, 9, 9, 5, 5, 4, 4, 8.5, 4, 8.5, 5, 12};
constexpr int kNarrowestHan = 3;
constexpr double kLeastContentHan = 8;
constexpr auto kLongestMoment = "2026-12-30 20:30";

/// What goes first where the window is too narrow; number, complainant, deadline and content stay.
constexpr CaseListModel::Column kSparedFirst[] = {CaseListModel::Satisfaction,
                                                  CaseListModel::ResultColumn,
                                                  CaseListModel::Closed,
                                                  CaseListModel::Channel,
                                                  CaseListModel::Handler,
                                                  CaseListModel::Severity,
                                                  CaseListModel::ComplaintKind,
                                                  CaseListModel::Received,
                                                  CaseListModel::Phone,
                                                  CaseListModel::Category,
                                                  CaseListModel::StageColumn,
                                                  CaseListModel::Department,
                                                  CaseListModel::Complainant};

constexpr CaseListModel::Column kHiddenAtFirst[] = {CaseListModel::Phone,
                                                    CaseListModel::ComplaintKind,
                                                    CaseListModel::Handler,
                                                    CaseListModel::Severity,
                                                    CaseListModel::Channel,
                                                    CaseListModel::Closed,
                                                    CaseListModel::Satisfaction,
                                                    CaseListModel::ResultColumn};

/// Case numbers and phone numbers lose digits and leading zeros in spreadsheets unless they are
/// marked as text.
bool mustStayText(int column)
{
    return column == CaseListModel::Number || column == CaseListModel::Phone;
}

} // namespace

CaseTable::CaseTable(Shell &shell, CaseListModel &model, QWidget *parent)
    : QTableView(parent)
    , m_shell(shell)
    , m_model(model)
{
    setModel(&model);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAlternatingRowColors(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->moveSection(horizontalHeader()->visualIndex(CaseListModel::DeadlineColumn),
                                    4);
    horizontalHeader()->moveSection(horizontalHeader()->visualIndex(CaseListModel::Department), 5);
    horizontalHeader()->setSortIndicator(CaseListModel::DeadlineColumn, Qt::AscendingOrder);
    setSortingEnabled(true);
    for (const auto column : kHiddenAtFirst) {
        setColumnHidden(column, true);
    }
    horizontalHeader()->setSectionResizeMode(CaseListModel::Content, QHeaderView::Stretch);
    m_fit = new ColumnFit(this,
                          CaseListModel::Content,
                          kLeastContentHan,
                          QVector<int>(std::cbegin(kSparedFirst), std::cend(kSparedFirst)));
    setItemDelegateForColumn(CaseListModel::DeadlineColumn, new DeadlineDelegate(this));
    setAccessibleName(tr("Cases"));

    connect(this, &QAbstractItemView::doubleClicked, this, &CaseTable::open);
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        emit menuWanted(viewport()->mapToGlobal(at));
    });
    connect(horizontalHeader(),
            &QWidget::customContextMenuRequested,
            this,
            [this](const QPoint &at) { showColumnMenu(horizontalHeader()->mapToGlobal(at)); });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &CaseTable::columnsChanged);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, &CaseTable::columnsChanged);
    connect(selectionModel(),
            &QItemSelectionModel::selectionChanged,
            this,
            &CaseTable::currentRowChanged);
    followSelection(this);
    fitToFont();
}

void CaseTable::fitToFont()
{
    const auto han = hanWidth(font());
    m_fit->release();
    for (int column = 0; column < CaseListModel::ColumnCount; ++column) {
        setColumnWidth(column,
                       std::max(static_cast<int>(kWidths[column] * han) + han,
                                horizontalHeader()->sectionSizeHint(column)));
    }
    setColumnWidth(
        CaseListModel::DeadlineColumn,
        std::max(columnWidth(CaseListModel::DeadlineColumn), deadlineChipRoom(font()) + han));
    // A number that is cut off is no number: it takes the room its digits need.
    const auto digits = QStringLiteral("TS%1202412-00000").arg(m_shell.desk.officeCode());
    setColumnWidth(CaseListModel::Number, fontMetrics().horizontalAdvance(digits) + han * 3 / 2);
    for (const auto column : {CaseListModel::Received, CaseListModel::Closed}) {
        setColumnWidth(column,
                       fontMetrics().horizontalAdvance(QString::fromLatin1(kLongestMoment)) +
                           han * 3 / 2);
    }
    horizontalHeader()->setMinimumSectionSize(kNarrowestHan * han);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() +
                                            fontMetrics().height() * 3 / 5);
    horizontalHeader()->setMinimumHeight(fontMetrics().height() * 3 / 2);
    m_fit->fit();
}

QVector<CaseRow> CaseTable::selectedRows() const
{
    QVector<CaseRow> rows;
    for (const auto &index : selectionModel()->selectedRows()) {
        if (auto row = m_model.row(index.row())) {
            rows.append(*row);
        }
    }
    return rows;
}

std::optional<CaseRow> CaseTable::currentRow() const
{
    return currentIndex().isValid() ? m_model.row(currentIndex().row()) : std::nullopt;
}

void CaseTable::open(const QModelIndex &index)
{
    if (const auto row = m_model.row(index.row())) {
        emit opened(*row);
    }
}

void CaseTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
            open(currentIndex());
            return;
        }
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        emit previewToggled();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copySelection(false);
        return;
    }
    if (event->key() == Qt::Key_C &&
        event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copySelection(true);
        return;
    }
    QTableView::keyPressEvent(event);
}

void CaseTable::keyboardSearch(const QString &search)
{
    const auto now = QDateTime::currentMSecsSinceEpoch();
    m_typed = now - m_typedAt > kTypingPauseMs ? search : m_typed + search;
    m_typedAt = now;
    const auto rows = std::min(m_model.rowCount(), kTypeToFindRows);
    const auto start = std::max(0, currentIndex().row());
    for (int step = 0; step < rows; ++step) {
        const auto row = (start + step) % rows;
        for (int column = 0; column < CaseListModel::ColumnCount; ++column) {
            if (isColumnHidden(column) || column == CaseListModel::DeadlineColumn) {
                continue;
            }
            if (findsWord(m_typed, m_model.index(row, column).data().toString())) {
                setCurrentIndex(
                    m_model.index(row, currentIndex().isValid() ? currentIndex().column() : 0));
                return;
            }
        }
    }
}

void CaseTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit currentRowChanged();
}

bool CaseTable::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        const auto handled = QTableView::event(event);
        fitToFont();
        return handled;
    }
    return QTableView::event(event);
}

void CaseTable::copySelection(bool withHeads) const
{
    auto indexes = selectionModel()->selectedRows();
    std::sort(indexes.begin(), indexes.end());
    QVector<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const auto column = horizontalHeader()->logicalIndex(visual);
        if (m_fit->isWanted(column)) {
            columns.append(column);
        }
    }
    QString text;
    QString html =
        QStringLiteral("<html><head><meta charset=\"utf-8\"></head><body><table border=\"1\">");
    if (withHeads) {
        QStringList heads;
        html += QStringLiteral("<tr>");
        for (const auto column : columns) {
            heads.append(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
            html += QStringLiteral("<th>%1</th>").arg(heads.last().toHtmlEscaped());
        }
        html += QStringLiteral("</tr>");
        text += pastedLine(heads);
    }
    for (const auto &index : std::as_const(indexes)) {
        QStringList cells;
        html += QStringLiteral("<tr>");
        for (const auto column : columns) {
            const auto cell = index.siblingAtColumn(column).data().toString();
            cells.append(cell);
            html += (mustStayText(column) || isRunnable(cell)
                         ? QStringLiteral("<td style=\"mso-number-format:'\\@'\"%1>")
                               .arg(QLatin1StringView(kStaysWords))
                         : QStringLiteral("<td>")) +
                    cell.toHtmlEscaped() + QStringLiteral("</td>");
        }
        html += QStringLiteral("</tr>");
        text += pastedLine(cells);
    }
    auto *mime = new QMimeData;
    mime->setText(text);
    mime->setHtml(html + QStringLiteral("</table></body></html>"));
    QApplication::clipboard()->setMimeData(mime);
}

void CaseTable::showColumnMenu(const QPoint &globalPos)
{
    QMenu menu(this);
    for (int column = 0; column < CaseListModel::ColumnCount; ++column) {
        const auto head = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        auto *action = menu.addAction(
            m_fit->isSpared(column) ? tr("%1 (the window is too narrow)").arg(head) : head);
        action->setCheckable(true);
        action->setChecked(m_fit->isWanted(column));
        // A list without number or deadline is no work list.
        action->setEnabled(column != CaseListModel::Number &&
                           column != CaseListModel::DeadlineColumn);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_fit->setWanted(column, shown);
            emit columnsChanged();
        });
    }
    menu.exec(globalPos);
}

QByteArray CaseTable::columns() const { return m_fit->state(); }

void CaseTable::setColumns(const QByteArray &state) { m_fit->setState(state); }

} // namespace huiyin
