// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <paper/inkpage.h>

#include <QAbstractScrollArea>

namespace huiyin {

enum class Zoom { FitWidth, FitPage, Free };

/// Pages as they will leave the printer, painted by the same painter. Zoom with Ctrl and wheel,
/// move with keys.
class InkView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit InkView(QWidget *parent = nullptr);

    void setDocument(const InkDocument &document);

    [[nodiscard]] const InkDocument &document() const { return m_document; }

    void setZoom(Zoom zoom);

    /// Enlarges by a factor and leaves the fit.
    void zoomBy(double factor);

    /// 1-based number of the page in the middle of the view, 0 without pages.
    [[nodiscard]] int currentPage() const;

    /// Marks under a page that answer to a click, mm; the mark's number is given to markClicked().
    struct Mark
    {
        int page = 0;
        QRectF area;
        int number = 0;
        QString hint;
    };

    void setMarks(const QVector<Mark> &marks);

signals:
    void moved();
    void markClicked(int number);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void fit();
    [[nodiscard]] QRectF pageRect(int page) const; ///< viewport pixels
    [[nodiscard]] const Mark *markAt(const QPointF &at) const;

    InkDocument m_document;
    QVector<Mark> m_marks;
    Zoom m_zoom = Zoom::FitWidth;
    double m_dpi = 96;
};

} // namespace huiyin
