// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/callerpanel.h>
#include <forms/deadlinechip.h>
#include <forms/theme.h>
#include <models/caselistmodel.h>

#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

/// A previous case in two lines: number and state, then what it was about.
class HistoryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Theme &theme = Theme::current();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const int unit = spacingUnit(option.font);
        const QFontMetrics metrics(option.font);
        painter->save();
        if (selected) {
            painter->fillRect(option.rect, theme.color(Theme::Role::Selection));
        }
        const auto text = [&index](int column) {
            return index.siblingAtColumn(column).data().toString();
        };
        const QColor strong =
            theme.color(selected ? Theme::Role::SelectionText : Theme::Role::Text);
        const QColor weak =
            theme.color(selected ? Theme::Role::SelectionText : Theme::Role::Secondary);
        QRect first(option.rect.left() + unit,
                    option.rect.top() + unit,
                    option.rect.width() - 2 * unit,
                    metrics.height());
        painter->setFont(option.font);
        painter->setPen(strong);
        const QString stage = text(CaseListModel::StageColumn);
        const int stageWidth = metrics.horizontalAdvance(stage);
        painter->drawText(first,
                          Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(text(CaseListModel::Number),
                                             Qt::ElideLeft,
                                             first.width() - stageWidth - unit));
        painter->setPen(weak);
        painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter, stage);
        const QRect second = first.translated(0, metrics.height() + unit / 2);
        painter->drawText(second,
                          Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(text(CaseListModel::Received).left(10) +
                                                 QStringLiteral("  ") +
                                                 text(CaseListModel::Content),
                                             Qt::ElideRight,
                                             second.width()));
        painter->setPen(theme.color(Theme::Role::Border));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &) const override
    {
        const int unit = spacingUnit(option.font);
        return {hanWidth(option.font) * 12, 2 * QFontMetrics(option.font).height() + unit * 5 / 2};
    }
};

constexpr int kMost = 20;

} // namespace

CallerPanel::CallerPanel(const FormHouse &house, QWidget *parent)
    : QWidget(parent)
    , m_house(house)
    , m_head(new QLabel(this))
    , m_list(new QListView(this))
    , m_append(new QPushButton(this))
{
    const int unit = spacingUnit(font());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2);
    column->setSpacing(unit * 2);
    m_head->setWordWrap(true);
    column->addWidget(m_head);
    column->addWidget(m_list, 1);
    column->addWidget(m_append);
    m_head->setText(tr("Previous cases of this phone or name appear here."));
    m_append->setIcon(Theme::icon(QStringLiteral("message-plus")));
    m_append->hide();
    m_list->setAccessibleName(tr("Previous cases"));
    setFocusProxy(m_list);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    if (m_house.reader) {
        m_model = new CaseListModel(*m_house.reader, m_house.ground, this);
        m_list->setModel(m_model);
    }
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        emit openCaseRequested(m_rows[index.row()].id);
    });
    connect(m_append, &QPushButton::clicked, this, [this] {
        if (const auto open = openCase()) {
            emit appendRequested(open->id);
        }
    });
}

CallerPanel::~CallerPanel() = default;

std::optional<CaseRow> CallerPanel::openCase() const
{
    for (const CaseRow &row : m_rows) {
        if (!isClosing(row.stage)) {
            return row;
        }
    }
    return std::nullopt;
}

void CallerPanel::setGround(const UiGround &ground)
{
    m_house.ground = ground;
    if (m_model) {
        m_model->setGround(ground);
    }
}

void CallerPanel::lookUp(const QString &phone, const QString &name)
{
    if (!m_model || (phone == m_phone && name == m_name)) {
        return;
    }
    m_phone = phone;
    m_name = name;
    m_rows.clear();
    QString digits;
    for (const QChar sign : phone) {
        if (sign.isDigit()) {
            digits += sign;
        }
    }
    CaseFilter filter;
    filter.sort = CaseSort::Received;
    filter.descending = true;
    bool asked = false;
    if (digits.size() >= 4) {
        filter.phone = digits;
        asked = true;
    } else if (name.size() >= 2) {
        filter.text = name;
        asked = true;
    }
    if (asked) {
        if (const auto page = m_house.reader->page(filter, {}, kMost)) {
            m_rows = page->rows;
            // What is still open is what the call is most likely about.
            std::stable_partition(m_rows.begin(), m_rows.end(), [](const CaseRow &row) {
                return !isClosing(row.stage);
            });
        }
    }
    m_model->setRows(m_rows);
    m_list->setCurrentIndex(m_model->index(0, 0));
    const auto open = openCase();
    m_append->setVisible(open.has_value());
    if (open) {
        m_append->setText(tr("Add to %1").arg(open->caseNo));
    }
    if (!asked) {
        m_head->setText(tr("Previous cases of this phone or name appear here."));
    } else if (m_rows.isEmpty()) {
        m_head->setText(tr("No previous case of this caller."));
    } else {
        m_head->setText(tr("%n previous cases", nullptr, int(m_rows.size())));
    }
    emit foundChanged(int(m_rows.size()));
}

} // namespace huiyin
