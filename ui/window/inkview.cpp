// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/inkview.h>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace huiyin {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kGapPx = 16;
constexpr double kLeastDpi = 30;
constexpr double kMostDpi = 400;
constexpr double kZoomStep = 1.15;

} // namespace

InkView::InkView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Print preview"));
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Window);
}

void InkView::setDocument(const InkDocument &document)
{
    m_document = document;
    m_marks.clear();
    setAccessibleDescription(
        tr("%1, %n page(s)", nullptr, static_cast<int>(document.pages.size())).arg(document.title));
    verticalScrollBar()->setValue(0);
    fit();
    viewport()->update();
    emit moved();
}

void InkView::setMarks(const QVector<Mark> &marks) { m_marks = marks; }

void InkView::setZoom(Zoom zoom)
{
    m_zoom = zoom;
    fit();
    viewport()->update();
}

void InkView::zoomBy(double factor)
{
    m_zoom = Zoom::Free;
    m_dpi = std::clamp(m_dpi * factor, kLeastDpi, kMostDpi);
    fit();
    viewport()->update();
}

void InkView::fit()
{
    const auto room = viewport()->size();
    const auto pages = static_cast<double>(m_document.pages.size());
    if (m_zoom != Zoom::Free) {
        const auto byWidth = (room.width() - 2 * kGapPx) / m_document.paper.width() * kMmPerInch;
        const auto byHeight = (room.height() - 2 * kGapPx) / m_document.paper.height() * kMmPerInch;
        m_dpi = std::clamp(
            m_zoom == Zoom::FitWidth ? byWidth : std::min(byWidth, byHeight), kLeastDpi, kMostDpi);
        // A page as wide as a large screen is too big to read as a page.
        if (m_zoom == Zoom::FitWidth) {
            m_dpi = std::min(m_dpi, static_cast<double>(logicalDpiX()) * 1.5);
        }
    }
    const auto pageWidth = m_document.paper.width() / kMmPerInch * m_dpi;
    const auto pageHeight = m_document.paper.height() / kMmPerInch * m_dpi;
    const auto height = pages * (pageHeight + kGapPx) + kGapPx;
    verticalScrollBar()->setRange(0,
                                  std::max(0, static_cast<int>(std::ceil(height)) - room.height()));
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 2);
    horizontalScrollBar()->setRange(
        // Half a pixel over, by rounding, is no page to scroll to.
        0,
        std::max(0, static_cast<int>(std::lround(pageWidth + 2 * kGapPx)) - room.width()));
    horizontalScrollBar()->setPageStep(room.width());
}

QRectF InkView::pageRect(int page) const
{
    const auto width = m_document.paper.width() / kMmPerInch * m_dpi;
    const auto height = m_document.paper.height() / kMmPerInch * m_dpi;
    const auto left =
        std::max(kGapPx, (viewport()->width() - width) / 2) - horizontalScrollBar()->value();
    return {left, kGapPx + page * (height + kGapPx) - verticalScrollBar()->value(), width, height};
}

int InkView::currentPage() const
{
    const QPointF middle(0, viewport()->height() / 2.0);
    for (int page = 0; page < m_document.pages.size(); ++page) {
        if (pageRect(page).bottom() + kGapPx >= middle.y()) {
            return page + 1;
        }
    }
    return static_cast<int>(m_document.pages.size());
}

void InkView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Window));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (int page = 0; page < m_document.pages.size(); ++page) {
        const auto box = pageRect(page);
        if (!box.intersects(QRectF(viewport()->rect()))) {
            continue;
        }
        painter.fillRect(box, Qt::white);
        painter.setPen(Theme::current().color(Theme::Role::Border));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
        painter.save();
        painter.setPen(Qt::black);
        painter.translate(box.topLeft());
        paintPage(m_document.pages.at(page), painter, m_dpi);
        painter.restore();
    }
    if (hasFocus()) {
        painter.setPen(QPen(Theme::current().color(Theme::Role::Accent), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void InkView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fit();
}

void InkView::scrollContentsBy(int, int)
{
    viewport()->update();
    emit moved();
}

void InkView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomBy(event->angleDelta().y() > 0 ? kZoomStep : 1 / kZoomStep);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void InkView::keyPressEvent(QKeyEvent *event)
{
    auto *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    case Qt::Key_PageUp:
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        return;
    case Qt::Key_Home:
        bar->triggerAction(QAbstractSlider::SliderToMinimum);
        return;
    case Qt::Key_End:
        bar->triggerAction(QAbstractSlider::SliderToMaximum);
        return;
    case Qt::Key_Plus:
        zoomBy(kZoomStep);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / kZoomStep);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

const InkView::Mark *InkView::markAt(const QPointF &at) const
{
    for (const auto &mark : m_marks) {
        const auto box = pageRect(mark.page);
        const auto scale = m_dpi / kMmPerInch;
        const QRectF area(box.topLeft() + mark.area.topLeft() * scale, mark.area.size() * scale);
        if (area.contains(at)) {
            return &mark;
        }
    }
    return nullptr;
}

void InkView::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(markAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void InkView::mouseReleaseEvent(QMouseEvent *event)
{
    const auto *mark = event->button() == Qt::LeftButton ? markAt(event->position()) : nullptr;
    if (mark) {
        emit markClicked(mark->number);
    }
}

bool InkView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto *mark = markAt(help->pos());
        QToolTip::showText(help->globalPos(), mark ? mark->hint : QString(), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace huiyin
