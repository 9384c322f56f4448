// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/wraprow.h>

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace huiyin {

namespace {

struct Placed
{
    QLayoutItem *item;
    int width;
};

bool absent(QLayoutItem *item) { return !item->spacerItem() && item->isEmpty(); }

bool grows(QLayoutItem *item) { return item->expandingDirections().testFlag(Qt::Horizontal); }

int heightOf(QLayoutItem *item, int width)
{
    return item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
}

} // namespace

WrapRow::WrapRow(QWidget *parent)
    : QLayout(parent)
{
}

WrapRow::~WrapRow()
{
    // A layout that goes takes itself out of the one around it: never walk the items meanwhile.
    while (auto *item = takeAt(0)) {
        delete item;
    }
}

void WrapRow::addSpacing(int width)
{
    addItem(new QSpacerItem(width, 0, QSizePolicy::Fixed, QSizePolicy::Minimum));
}

void WrapRow::addStretch()
{
    addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding, QSizePolicy::Minimum));
}

void WrapRow::addLayout(QLayout *layout)
{
    addChildLayout(layout);
    addItem(layout);
}

void WrapRow::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
    invalidate();
}

int WrapRow::count() const { return static_cast<int>(m_items.size()); }

QLayoutItem *WrapRow::itemAt(int at) const
{
    return at >= 0 && at < count() ? m_items[static_cast<size_t>(at)] : nullptr;
}

QLayoutItem *WrapRow::takeAt(int at)
{
    auto *item = itemAt(at);
    if (item) {
        m_items.erase(m_items.begin() + at);
        invalidate();
    }
    return item;
}

Qt::Orientations WrapRow::expandingDirections() const
{
    return std::any_of(m_items.cbegin(), m_items.cend(), grows) ? Qt::Horizontal
                                                                : Qt::Orientations();
}

bool WrapRow::hasHeightForWidth() const { return true; }

int WrapRow::heightForWidth(int width) const { return arrange(QRect(0, 0, width, 0), false); }

QSize WrapRow::sizeHint() const
{
    int width = -std::max(0, spacing()); // as many gaps as arrange() sets: a stretch has one, too
    int height = 0;
    for (auto *item : m_items) {
        if (!absent(item)) {
            width += std::max(0, spacing()) + item->sizeHint().width();
            height = std::max(height, item->sizeHint().height());
        }
    }
    const auto margins = contentsMargins();
    return QSize(std::max(0, width), height) +
           QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize WrapRow::minimumSize() const
{
    QSize least;
    for (auto *item : m_items) {
        if (!absent(item)) {
            least = least.expandedTo(item->minimumSize());
        }
    }
    const auto margins = contentsMargins();
    return least + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void WrapRow::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int WrapRow::arrange(const QRect &rect, bool place) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    const int gap = std::max(0, spacing());
    std::vector<std::vector<Placed>> lines(1);
    int used = 0;
    for (auto *item : m_items) {
        if (absent(item)) {
            continue;
        }
        const int width = std::min(item->sizeHint().width(), room.width());
        auto *line = &lines.back();
        if (!line->empty() && !item->spacerItem() && used + gap + width > room.width()) {
            line = &lines.emplace_back();
            used = 0;
        }
        used += (line->empty() ? 0 : gap) + width;
        line->push_back({item, width});
    }
    int y = room.top();
    for (auto &line : lines) {
        while (!line.empty() && line.back().item->spacerItem() && line.size() > 1) {
            line.pop_back();
        }
        int sum = -gap;
        int growing = 0;
        for (const auto &[item, width] : line) {
            sum += gap + width;
            growing += grows(item) ? 1 : 0;
        }
        int extra = std::max(0, room.width() - sum);
        int height = 0;
        for (auto &[item, width] : line) {
            if (grows(item)) {
                const int part = extra / growing;
                extra -= part;
                --growing;
                width += part;
            }
            height = std::max(height, heightOf(item, width));
        }
        int x = room.left();
        for (const auto &[item, width] : line) {
            const int high = heightOf(item, width);
            if (place) {
                const QRect box(x, y + (height - high) / 2, width, high);
                item->setGeometry(QStyle::visualRect(
                    parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight,
                    room,
                    box));
            }
            x += width + gap;
        }
        y += height + gap;
    }
    return y - gap - room.top() + rect.height() - room.height();
}

} // namespace huiyin
